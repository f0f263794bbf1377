import { badUserInput } from '@mov-ticket/service-kit'
import { parseTicketId } from '@mov-ticket/shared-events'
import type { ScreeningView } from '../store/screening-views.js'
import type { SeatingPlan } from '../screening/seating-plan.js'
import type { Context } from './context.js'
import { auditoriumOf } from './find-screening.js'

const MOST = 500

export interface NamedTickets {
  readonly view: ScreeningView
  readonly plan: SeatingPlan
  readonly labels: readonly string[]
}

/** 1 to 500 different tickets of one screening; BAD_USER_INPUT names those that are not. */
export async function namedTickets(context: Context, ids: readonly string[]): Promise<NamedTickets> {
  if (ids.length < 1 || ids.length > MOST) throw badUserInput(`Name 1 to ${MOST} tickets.`, { ids: `must be 1 to ${MOST}` })
  const parsed = ids.map((id) => parseTicketId(id))
  const screeningId = parsed[0]?.screeningId
  const view = screeningId === undefined ? null : await context.screenings.load(screeningId)
  const plan = view && (await auditoriumOf(context, view)).plan

  const seen = new Set<string>()
  const fields: Record<string, string> = {}
  const labels: string[] = []
  for (const [at, ticket] of parsed.entries()) {
    const problem = ticket && problemOf(ticket)
    if (ticket && problem === null) labels.push(ticket.seatLabel)
    else fields[`ids.${at}`] = problem ?? UNKNOWN
  }
  if (!view || !plan || Object.keys(fields).length > 0) throw badUserInput('These are not different tickets of one screening.', fields)
  return { view, plan, labels }

  function problemOf(ticket: { screeningId: string; seatLabel: string }): string | null {
    if (ticket.screeningId !== screeningId) return 'is a ticket of another screening'
    if (!plan?.byLabel.has(ticket.seatLabel)) return UNKNOWN
    if (seen.has(ticket.seatLabel)) return 'is repeated'
    seen.add(ticket.seatLabel)
    return null
  }
}

const UNKNOWN = 'is no ticket that we know'
