import type { OrderedTicket, OrderStatus, OrderStep } from '../order/order.js'

/** What of an order tells what happened at its screening. */
export interface Trail {
  readonly history: readonly Pick<OrderStep, 'at' | 'status'>[]
  readonly tickets: readonly Pick<OrderedTicket, 'price'>[]
}

/** How things stand at a screening. */
export interface Standing {
  readonly lockedSeats: number
  readonly reservedSeats: number
  /** In minor units, of the seats that are reserved. */
  readonly revenue: number
}

/** A moment at which an order became something else, and what that changed. */
export interface Moment {
  readonly at: Date
  readonly status: OrderStatus
  readonly change: Standing
}

/** Oldest first. More time for a lock is no moment: the order is LOCKED before and after. */
export function momentsOf({ history, tickets }: Trail): Moment[] {
  const moments: Moment[] = []
  let before: OrderStatus | null = null
  for (const { at, status } of history) {
    if (status !== before) moments.push({ at, status, change: difference(standingAs(status, tickets), standingAs(before, tickets)) })
    before = status
  }
  return moments
}

function standingAs(status: OrderStatus | null, tickets: Trail['tickets']): Standing {
  return {
    lockedSeats: status === 'LOCKED' ? tickets.length : 0,
    reservedSeats: status === 'RESERVED' ? tickets.length : 0,
    revenue: status === 'RESERVED' ? tickets.reduce((sum, { price }) => sum + price.amount, 0) : 0,
  }
}

function difference(one: Standing, other: Standing): Standing {
  return {
    lockedSeats: one.lockedSeats - other.lockedSeats,
    reservedSeats: one.reservedSeats - other.reservedSeats,
    revenue: one.revenue - other.revenue,
  }
}
