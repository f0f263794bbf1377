import { parseInput, requireAdmin } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import type { MovieStore } from '../store/movie-store.js'
import { text } from './text.js'

const newMovie = z.object({
  input: z.object({
    title: text(1, 200),
    synopsis: text(0, 5_000),
    runtimeMinutes: z.int().min(1, 'must be 1 to 1,440').max(1_440, 'must be 1 to 1,440'),
    rating: text(1, 20).nullish().transform((rating) => rating ?? null),
    genres: z.array(text(1, 40)).max(10, 'must be at most 10').refine((genres) => new Set(genres).size === genres.length, 'must not repeat'),
  }),
})

export function createMovie(store: Pick<MovieStore, 'create'>, newId: () => string) {
  return {
    Mutation: {
      async createMovie(_parent, args, { caller }) {
        requireAdmin(caller)
        const { input } = parseInput(newMovie, args)
        return store.create({ id: newId(), ...input })
      },
    },
  } satisfies Resolvers
}
