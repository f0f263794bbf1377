import type { Resolvers } from '../generated/resolvers.js'
import { statusOf } from '../screening/screening.js'
import { kindsOf } from '../screening/seating-plan.js'
import { priceOfKind } from '../screening/order-state.js'
import { auditoriumOf, findScreening } from './find-screening.js'
import { listScreenings } from './screening-list.js'
import { ticketsOf } from './ticket-node.js'

export const screeningResolvers = {
  Query: {
    screening: (_parent, { id }, context, info) => findScreening(context, id, info),
    screenings: (_parent, { movieId, ...args }, context, info) => listScreenings(context, movieId ?? null, args, info),
  },
  ScreeningConnection: {
    totalCount: ({ filter }, _args, { screeningCounts }) => screeningCounts.load(filter),
  },
  Screening: {
    __resolveReference: ({ id }, context, info) => findScreening(context, id, info),
    id: ({ terms }) => terms.id,
    async movie({ terms }, _args, { movies }) {
      const movie = await movies.load(terms.movieId)
      if (!movie) throw new Error(`screening ${terms.id} has no movie`)
      return movie
    },
    auditorium: (view, _args, context) => auditoriumOf(context, view),
    startsAt: ({ terms }) => terms.startsAt,
    status: (view, _args, { now }) => statusOf(view, now),
    lockSeconds: ({ terms }) => terms.lockSeconds,
    maxTicketsPerOrder: ({ terms }) => terms.maxTicketsPerOrder,
    avoidSingleSeats: ({ terms }) => terms.avoidSingleSeats,
    async prices(view, _args, context) {
      const { seats } = await auditoriumOf(context, view)
      return kindsOf(seats).map((kind) => ({ kind, price: priceOfKind(view, kind) }))
    },
    ticketCount: ({ seatCount }) => seatCount,
    availableCount: ({ cancelledAt, seatCount, takenCount }) => (cancelledAt ? 0 : seatCount - takenCount),
    tickets: (view, _args, context) => ticketsOf(context, view),
  },
} satisfies Resolvers
