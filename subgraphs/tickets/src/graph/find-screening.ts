import type { GraphQLResolveInfo } from 'graphql'
import type { PlannedAuditorium } from '../store/auditoriums.js'
import type { ScreeningView } from '../store/screening-views.js'
import type { Context } from './context.js'
import { selects } from './selects.js'

/** One read for all that is asked of a screening, so that its version and its tickets are of the same moment. */
export function findScreening(context: Context, id: string, info: GraphQLResolveInfo): Promise<ScreeningView | null> {
  return wantsTickets(info) ? context.houses.load(id) : context.screenings.load(id)
}

/** Holds are read only where tickets are asked for. */
export function wantsTickets(info: GraphQLResolveInfo): boolean {
  return selects(info, 'tickets')
}

export async function auditoriumOf(context: Context, view: ScreeningView): Promise<PlannedAuditorium> {
  const auditorium = await context.auditoriums.load(view.terms.auditoriumId)
  if (!auditorium) throw new Error(`screening ${view.terms.id} has no auditorium`)
  return auditorium
}
