import { endingOf } from './ending.js'
import type { Ending } from './ending.js'
import { hasEnded } from './order.js'
import type { Order, OrderStatus } from './order.js'

/** The time in which an order held its seats: all of them, from one moment to another. */
export interface Hold {
  readonly from: Date
  /** Null where the seats were never reserved. */
  readonly reservedAt: Date | null
  /** Null while the seats are held. */
  readonly to: Date | null
  /** How it ended, or what it is now. */
  readonly status: OrderStatus
  /** Null while the seats are held. */
  readonly ending: Ending | null
}

/** Null where the order never held a seat. */
export function holdOf(order: Order): Hold | null {
  const { lockedAt, history, status } = order
  if (lockedAt === null) return null
  return {
    from: lockedAt,
    reservedAt: history.find((step) => step.status === 'RESERVED')?.at ?? null,
    to: hasEnded(order) ? (history.at(-1)?.at ?? null) : null,
    status,
    ending: endingOf(order),
  }
}
