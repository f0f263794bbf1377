import type { OrderResolvers } from '../generated/resolvers.js'
import { ticketIdsOf, totalOf } from '../order/order.js'
import { maySee } from './may-see.js'

/** What an order shows; users, screenings and tickets are references that their own subgraphs fill in. */
export function orderFields(now: () => Date): OrderResolvers {
  return {
    async __resolveReference({ id }, { caller, orders }) {
      const stored = await orders.load(id)
      return stored !== null && maySee(caller, stored.order.buyerId) ? stored : null
    },
    id: ({ order }) => order.id,
    status: ({ order }) => order.status,
    user: ({ order }) => ({ id: order.buyerId }),
    screening: ({ order }) => ({ id: order.screeningId }),
    tickets: ({ order }) => ticketIdsOf(order).map((id) => ({ id })),
    total: ({ order }) => totalOf(order),
    createdAt: ({ order }) => order.createdAt,
    expiresAt: ({ order }) => (order.status === 'LOCKED' ? order.lockedUntil : null),
    remainingSeconds: ({ order }) => {
      if (order.status !== 'LOCKED' || order.lockedUntil === null) return null
      return Math.max(0, Math.ceil((order.lockedUntil.getTime() - now().getTime()) / 1_000))
    },
    version: (stored) => stored.version,
    refusal: ({ order }) => order.refusal,
    history: ({ order }) => [...order.history],
  }
}
