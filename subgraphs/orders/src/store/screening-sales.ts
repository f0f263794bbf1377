import type { Connection } from 'mongoose'
import type { OrderStatus } from '../order/order.js'
import { ordersOn } from './order-document.js'

/** What came of all orders of a screening, until now. */
export interface Sales {
  readonly ordersPlaced: number
  readonly refusals: number
  readonly cancellations: number
  readonly expiries: number
  readonly lockedSeats: number
  readonly reservedSeats: number
  /** In minor units, of the seats that are reserved. */
  readonly revenue: number
}

interface Group {
  readonly _id: { readonly screeningId: string; readonly status: OrderStatus }
  readonly orders: number
  readonly seats: number
  readonly amount: number
}

/** In the order of the screenings, in one question. */
export type ReadSales = (screeningIds: readonly string[]) => Promise<Sales[]>

export function salesOn(connection: Connection): ReadSales {
  const orders = ordersOn(connection)

  return async (screeningIds) => {
    const found = await orders
      .aggregate<Group>([
        { $match: { screeningId: { $in: [...screeningIds] } } },
        {
          $group: {
            _id: { screeningId: '$screeningId', status: '$status' },
            orders: { $sum: 1 },
            seats: { $sum: { $size: '$tickets' } },
            amount: { $sum: { $sum: '$tickets.price.amount' } },
          },
        },
      ])
      .toArray()
    return screeningIds.map((screeningId) => salesOf(found.filter(({ _id }) => _id.screeningId === screeningId)))
  }
}

function salesOf(groups: readonly Group[]): Sales {
  const of = (status: OrderStatus) => groups.find((group) => group._id.status === status)
  return {
    ordersPlaced: groups.reduce((sum, { orders }) => sum + orders, 0),
    refusals: of('REJECTED')?.orders ?? 0,
    cancellations: of('CANCELLED')?.orders ?? 0,
    expiries: of('EXPIRED')?.orders ?? 0,
    lockedSeats: of('LOCKED')?.seats ?? 0,
    reservedSeats: of('RESERVED')?.seats ?? 0,
    revenue: of('RESERVED')?.amount ?? 0,
  }
}
