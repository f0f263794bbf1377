import type { Connection } from 'mongoose'
import type { Span } from '../activity/tally.js'
import type { Trail } from '../activity/moments.js'
import { ordersOn } from './order-document.js'

/** What happened to the orders of a screening. */
export interface OrderTrails {
  /** Of all orders that the span is about: what they did in it, or held when it began. */
  in(screeningId: string, span: Pick<Span, 'from' | 'to'>): AsyncIterable<Trail>
}

const HOLDING = ['LOCKED', 'RESERVED'] as const
const OTHERS = ['PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED'] as const
/** Trails are short: so many in one message keep the database busy and us waiting only once. */
const AT_ONCE = 1_000

export function orderTrailsOn(connection: Connection): OrderTrails {
  const orders = ordersOn(connection)

  return {
    in(screeningId, { from, to }) {
      // What ended before the span holds nothing in it: in the evening of a long sale, that is most of it.
      const concerned = [{ status: { $in: HOLDING } }, { status: { $in: OTHERS }, lastStepAt: { $gte: from } }]
      const projection = { _id: 0, 'history.at': 1, 'history.status': 1, 'tickets.price': 1 }
      return orders.find<Trail>({ screeningId, $or: concerned, createdAt: { $lt: to } }, { projection, batchSize: AT_ONCE })
    },
  }
}
