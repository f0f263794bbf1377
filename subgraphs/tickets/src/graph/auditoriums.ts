import { connectionOf, decodeCursor, pageSize, type Connection } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Resolvers } from '../generated/resolvers.js'
import { kindsOf, type Seat } from '../screening/seating-plan.js'
import type { AuditoriumStore, NamedAuditorium } from '../store/auditorium-store.js'
import type { Context } from './context.js'

/** An auditorium, of which only a list does not know the seats yet. */
export interface AuditoriumNode extends NamedAuditorium {
  readonly seats?: readonly Seat[]
}

/** A page of auditoriums; they are counted only where the count is asked for. */
export type AuditoriumList = Omit<Connection<AuditoriumNode>, 'totalCount'>

const position = z.tuple([z.string(), z.string()])

export function auditoriumResolvers(store: Pick<AuditoriumStore, 'find' | 'count'>) {
  return {
    Query: {
      auditorium: (_parent, { id }, { auditoriums }) => auditoriums.load(id),
      async auditoriums(_parent, args) {
        const first = pageSize(args.first ?? 20)
        const found = await store.find({ first, after: decodeCursor(args.after, position) })
        return connectionOf({ found, first, totalCount: 0, positionOf: ({ name, id }) => [name, id] })
      },
    },
    AuditoriumConnection: {
      totalCount: () => store.count(),
    },
    Auditorium: {
      __resolveReference: ({ id }, { auditoriums }) => auditoriums.load(id),
      seats: async (auditorium, _args, context) => [...(await seatsOf(auditorium, context))],
      seatCount: async (auditorium, _args, context) => (await seatsOf(auditorium, context)).length,
      seatKinds: async (auditorium, _args, context) => kindsOf(await seatsOf(auditorium, context)),
    },
  } satisfies Resolvers
}

async function seatsOf({ id, seats }: AuditoriumNode, { auditoriums }: Context): Promise<readonly Seat[]> {
  if (seats) return seats
  const auditorium = await auditoriums.load(id)
  if (!auditorium) throw new Error(`auditorium ${id} is gone`)
  return auditorium.seats
}
