import type { Order } from './order.js'
import type { OrderFact } from './order-facts.js'

/** So long an order waits for word of tickets before it asks. */
const PATIENCE_MS = 10_000
/** The wait doubles with each question, up to 32 times the first: about 5 minutes. */
const MOST_DOUBLINGS = 5

/** When tickets is to be asked what became of the order; null where nothing is awaited. */
export function outcomeDueAt(order: Order): Date | null {
  const since = order.openRequests.map(({ askedAt }) => askedAt.getTime())
  if (order.status === 'PENDING') since.push(order.createdAt.getTime())
  if (order.status === 'LOCKED' && order.lockedUntil !== null) since.push(order.lockedUntil.getTime())
  if (since.length === 0) return null
  const due = Math.min(...since) + PATIENCE_MS
  if (order.asked === null) return new Date(due)
  const patience = PATIENCE_MS * 2 ** Math.min(order.asked.times - 1, MOST_DOUBLINGS)
  return new Date(Math.max(due, order.asked.lastAt.getTime() + patience))
}

export function askForOutcome(order: Order, now: Date): OrderFact[] {
  const due = outcomeDueAt(order)
  return due !== null && due <= now ? [{ type: 'OUTCOME_ASKED', at: now }] : []
}
