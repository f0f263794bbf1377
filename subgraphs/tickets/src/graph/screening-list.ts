import { connectionOf, decodeCursor, pageSize, type Connection } from '@mov-ticket/service-kit'
import type { GraphQLResolveInfo } from 'graphql'
import { z } from 'zod'
import type { ScreeningFilter, ScreeningView } from '../store/screening-views.js'
import type { Context } from './context.js'
import { wantsTickets } from './find-screening.js'

/** A page of screenings; they are counted only where the count is asked for. */
export interface ScreeningList extends Omit<Connection<ScreeningView>, 'totalCount'> {
  readonly filter: ScreeningFilter
}

interface ListArgs {
  readonly from?: Date | null | undefined
  readonly to?: Date | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

const position = z.tuple([z.iso.datetime().transform((text) => new Date(text)), z.string()])

export async function listScreenings(
  context: Context, movieId: string | null, args: ListArgs, info: GraphQLResolveInfo,
): Promise<ScreeningList> {
  const filter = { movieId, from: args.from ?? null, to: args.to ?? null }
  const first = pageSize(args.first ?? 20)
  const after = decodeCursor(args.after, position)
  const found = await context.screeningPages.load({ ...filter, first, after, withSeats: wantsTickets(info) })
  return { ...connectionOf({ found, first, totalCount: 0, positionOf }), filter }
}

function positionOf({ terms }: ScreeningView): [startsAt: string, id: string] {
  return [terms.startsAt.toISOString(), terms.id]
}
