import { dateTimeScalar } from '@mov-ticket/service-kit'
import type { Resolvers } from '../generated/resolvers.js'
import type { OpenScreening } from '../open-screening.js'
import type { AuditoriumStore } from '../store/auditorium-store.js'
import type { MovieStore } from '../store/movie-store.js'
import { auditoriumResolvers } from './auditoriums.js'
import { blockTickets } from './block-tickets.js'
import { cancelScreening } from './cancel-screening.js'
import { createAuditorium } from './create-auditorium.js'
import { createMovie } from './create-movie.js'
import { movieResolvers } from './movies.js'
import { scheduleScreening } from './schedule-screening.js'
import { screeningResolvers } from './screening.js'
import { seatMapResolvers } from './seat-map.js'
import type { Submit } from './submit.js'
import { ticketResolvers } from './ticket.js'

export interface ResolverOptions {
  readonly movies: MovieStore
  readonly auditoriums: AuditoriumStore
  readonly open: OpenScreening
  readonly submit: Submit
  /** Without dots. */
  readonly newId: () => string
}

export function createResolvers({ movies, auditoriums, open, submit, newId }: ResolverOptions): Resolvers {
  const { Query: movieQueries, ...movieTypes } = movieResolvers(movies)
  const { Query: auditoriumQueries, ...auditoriumTypes } = auditoriumResolvers(auditoriums)
  const { Query: screeningQueries, ...screeningTypes } = screeningResolvers
  return {
    DateTime: dateTimeScalar,
    Query: { ...movieQueries, ...auditoriumQueries, ...screeningQueries, ...seatMapResolvers.Query },
    ...movieTypes,
    ...auditoriumTypes,
    ...screeningTypes,
    ...ticketResolvers,
    Mutation: {
      ...createMovie(movies, newId).Mutation,
      ...createAuditorium(auditoriums, newId).Mutation,
      ...scheduleScreening(open, newId).Mutation,
      ...cancelScreening(submit).Mutation,
      ...blockTickets(submit).Mutation,
    },
  }
}
