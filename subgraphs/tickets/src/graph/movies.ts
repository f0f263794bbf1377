import { connectionOf, decodeCursor, pageSize, parseInput, type Connection } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import type { Movie, MovieStore } from '../store/movie-store.js'
import { listScreenings } from './screening-list.js'
import { text } from './text.js'

/** A page of movies; they are counted only where the count is asked for. */
export interface MovieList extends Omit<Connection<Movie>, 'totalCount'> {
  readonly search: string
}

const searched = z.object({ search: text(0, 200) })
const position = z.tuple([z.string(), z.string()])

export function movieResolvers(store: Pick<MovieStore, 'find' | 'count'>) {
  return {
    Query: {
      movie: (_parent, { id }, { movies }) => movies.load(id),
      async movies(_parent, args) {
        const { search } = parseInput(searched, { search: args.search ?? '' })
        const first = pageSize(args.first ?? 20)
        const found = await store.find({ search, first, after: decodeCursor(args.after, position) })
        return { ...connectionOf({ found, first, totalCount: 0, positionOf: ({ sortTitle, id }) => [sortTitle, id] }), search }
      },
    },
    MovieConnection: {
      totalCount: ({ search }) => store.count(search),
    },
    Movie: {
      __resolveReference: ({ id }, { movies }) => movies.load(id),
      screenings: (movie, args, context, info) => listScreenings(context, movie.id, args, info),
    },
  } satisfies Resolvers
}
