import type { Resolvers } from '../generated/resolvers.js'
import { findTicket } from './ticket-node.js'

export const ticketResolvers = {
  Ticket: {
    __resolveReference: ({ id }, context) => findTicket(context, id),
    // Who holds a seat is for nobody to know but the holder and administrators.
    order({ order }, _args, { caller: { identity } }) {
      const mayKnow = order && identity && (identity.role === 'ADMIN' || identity.userId === order.buyerId)
      return mayKnow ? { id: order.id } : null
    },
    blockedReason: ({ blockedReason }, _args, { caller: { identity } }) => (identity?.role === 'ADMIN' ? blockedReason : null),
  },
} satisfies Resolvers
