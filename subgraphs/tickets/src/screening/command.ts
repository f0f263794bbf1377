import type { PayloadOf } from '@mov-ticket/shared-events'

/** What can be asked of a screening: by events of other services, by administrators, and by the clock. */
export type Command =
  | ({ readonly type: 'LOCK' } & Readonly<PayloadOf<'order.created'>>)
  | ({ readonly type: 'RESERVE' | 'CANCEL' | 'EXTEND' } & OrderRequest)
  | ({ readonly type: 'ANSWER_OUTCOME' } & Readonly<PayloadOf<'order.outcome-requested'>>)
  | { readonly type: 'EXPIRE'; readonly orderId: string }
  | { readonly type: 'ANNOUNCE_LOCKS' }
  | { readonly type: 'RELEASE_OVERDUE' }
  | { readonly type: 'BLOCK'; readonly labels: readonly string[]; readonly reason: string }
  | { readonly type: 'UNBLOCK'; readonly labels: readonly string[] }
  | { readonly type: 'CANCEL_SCREENING' }

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>

export interface OrderRequest {
  readonly orderId: string
  readonly requestId: string
}
