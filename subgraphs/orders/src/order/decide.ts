import type { Announcement } from './announcement.js'
import { askForOutcome } from './ask-for-outcome.js'
import { hear } from './hear.js'
import { evolve } from './evolve.js'
import { hasEnded, openRequest } from './order.js'
import type { Order, RequestKind } from './order.js'
import type { OrderFact } from './order-facts.js'

/** Each carries the id that a request gets, should one be needed: ids are an argument, as the clock is. */
export type OrderCommand =
  | { readonly type: 'RESERVE'; readonly key: string; readonly requestId: string }
  | { readonly type: 'CANCEL'; readonly requestId: string }
  | { readonly type: 'EXTEND'; readonly requestId: string }
  | { readonly type: 'HEAR'; readonly news: Announcement; readonly requestId: string }
  | { readonly type: 'ASK_FOR_OUTCOME' }

/** What a command leads to; nothing where the order is as it should be. Calls of one kind share one open request. */
export function decide(order: Order, command: OrderCommand, now: Date): OrderFact[] {
  switch (command.type) {
    case 'RESERVE':
      return reserve(order, command, now)
    case 'CANCEL':
      return mayCancel(order, now) ? request(order, 'CANCEL', command.requestId, now) : []
    case 'EXTEND':
      return order.status === 'LOCKED' ? request(order, 'EXTEND', command.requestId, now) : []
    case 'HEAR':
      return hear(order, command.news, command.requestId, now)
    default:
      return askForOutcome(order, now)
  }
}

export function evolveAll(order: Order, facts: readonly OrderFact[]): Order {
  return facts.reduce(evolve, order)
}

/** A key that was used on this order asks nothing again; a PENDING order has to be locked first. */
function reserve(order: Order, { key, requestId }: { key: string; requestId: string }, now: Date): OrderFact[] {
  if (order.status === 'PENDING' || order.reservationKeys.includes(key)) return []
  const kept: OrderFact = { type: 'RESERVATION_KEY_KEPT', key }
  return order.status === 'LOCKED' ? [kept, ...request(order, 'RESERVE', requestId, now)] : [kept]
}

function mayCancel(order: Order, now: Date): boolean {
  if (order.status === 'RESERVED') return now < order.startsAt
  return !hasEnded(order)
}

function request(order: Order, kind: RequestKind, requestId: string, at: Date): OrderFact[] {
  return openRequest(order, kind) === undefined ? [{ type: 'REQUESTED', requestId, kind, at }] : []
}
