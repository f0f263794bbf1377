import type { Connection } from 'mongoose'
import { ordersOn } from './order-document.js'
import { storedOrderOf } from './stored-order.js'
import type { StoredOrder } from './stored-order.js'

/** A ticket and the screening that it is for. */
export interface TicketOfScreening {
  readonly ticketId: string
  readonly screeningId: string
}

export interface HoldPosition {
  readonly lockedAt: Date
  readonly id: string
}

/** Which orders hold or held a ticket. */
export interface TicketHolds {
  /** The latest hold first. */
  listOf(ticket: TicketOfScreening, page: { after: HoldPosition | null; limit: number }): Promise<StoredOrder[]>
  countOf(ticket: TicketOfScreening): Promise<number>
}

/** Among them is no order that was refused, of which a rush leaves many. */
const HELD = ['LOCKED', 'RESERVED', 'CANCELLED', 'EXPIRED'] as const

export function ticketHoldsOn(connection: Connection): TicketHolds {
  const orders = ordersOn(connection)

  return {
    async listOf(ticket, { after, limit }) {
      const found = await orders
        .find({ ...holdersOf(ticket), ...(after !== null && earlierThan(after)) })
        .sort({ lockedAt: -1, _id: -1 })
        .limit(limit)
        .toArray()
      return found.map(storedOrderOf)
    },
    countOf: (ticket) => orders.countDocuments(holdersOf(ticket)),
  }
}

function holdersOf({ ticketId, screeningId }: TicketOfScreening) {
  return { screeningId, status: { $in: HELD }, 'tickets.ticketId': ticketId, lockedAt: { $ne: null } }
}

function earlierThan({ lockedAt, id }: HoldPosition) {
  return { $or: [{ lockedAt: { $lt: lockedAt } }, { lockedAt, _id: { $lt: id } }] }
}
