import type { Resolvers } from '../generated/resolvers.js'
import { changesSince } from '../screening/ticket.js'
import { auditoriumOf } from './find-screening.js'
import { ticketsOf } from './ticket-node.js'

export const seatMapResolvers = {
  Query: {
    async seatMap(_parent, { screeningId, afterVersion }, context) {
      const view = await context.houses.load(screeningId)
      if (!view?.holds) return null
      const { plan } = await auditoriumOf(context, view)
      const { full, seats } = changesSince({ ...view, holds: view.holds }, plan, afterVersion ?? null)
      return { screening: view, version: view.version, full, tickets: await ticketsOf(context, view, seats) }
    },
  },
} satisfies Resolvers
