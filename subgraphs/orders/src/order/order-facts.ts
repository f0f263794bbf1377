import type { Refusal } from '@mov-ticket/shared-events'
import type { EndStatus, OrderedTicket, RequestKind } from './order.js'

/** What can happen to an order after it was placed. `decide` makes them, `evolve` applies them. */
export type OrderFact =
  | { readonly type: 'REQUESTED'; readonly requestId: string; readonly kind: RequestKind; readonly at: Date }
  /** The same request is sent once more, because tickets may have answered it before it knew the order. */
  | { readonly type: 'REQUESTED_AGAIN'; readonly requestId: string; readonly kind: RequestKind; readonly at: Date }
  | { readonly type: 'RESERVATION_KEY_KEPT'; readonly key: string }
  | {
      readonly type: 'LOCKED'
      readonly sequence: number
      /** When its seats were locked, however often the lock was extended since. */
      readonly since: Date
      readonly until: Date
      readonly tickets: readonly OrderedTicket[]
      readonly at: Date
    }
  | { readonly type: 'RESERVED'; readonly sequence: number; readonly tickets: readonly OrderedTicket[]; readonly at: Date }
  | {
      readonly type: 'ENDED'
      readonly sequence: number
      readonly status: EndStatus
      readonly refusal: Refusal | null
      readonly note: string
      readonly at: Date
    }
  /** Of an order that has ended: tickets announced, or let go, a hold that nobody wants. */
  | { readonly type: 'SEQUENCE_SEEN'; readonly sequence: number }
  | { readonly type: 'ANSWERED'; readonly requestId: string; readonly refusal: Refusal | null }
  | { readonly type: 'OUTCOME_ASKED'; readonly at: Date }
