import { parseTicketId, ticketId } from '@mov-ticket/shared-events'
import { priceOf } from '../screening/order-state.js'
import type { PlannedSeat } from '../screening/seating-plan.js'
import { ticketState, type TicketState } from '../screening/ticket.js'
import type { ScreeningView } from '../store/screening-views.js'
import type { Context } from './context.js'
import { auditoriumOf } from './find-screening.js'

/** A ticket, with the screening that it was read with. */
export interface TicketNode extends TicketState {
  readonly id: string
  readonly screening: ScreeningView
  readonly price: { readonly amount: number; readonly currency: string }
}

/** The tickets of these seats; default: of all seats, in plan order. */
export async function ticketsOf(context: Context, view: ScreeningView, seats?: readonly PlannedSeat[]): Promise<TicketNode[]> {
  const { plan } = await auditoriumOf(context, view)
  const house = view.holds ? view : await context.houses.load(view.terms.id)
  const holds = house?.holds
  if (!holds) throw new Error(`the seats of screening ${view.terms.id} can't be read`)
  return (seats ?? plan.seats).map((seat) => ({
    ...ticketState({ ...house, holds }, seat),
    id: ticketId(view.terms.id, seat.label),
    screening: house,
    price: priceOf(view, plan, seat.label),
  }))
}

/** Null where nobody knows the ticket. */
export async function findTicket(context: Context, id: string): Promise<TicketNode | null> {
  const parsed = parseTicketId(id)
  const view = parsed && (await context.houses.load(parsed.screeningId))
  if (!view) return null
  const { plan } = await auditoriumOf(context, view)
  const seat = plan.byLabel.get(parsed.seatLabel)
  const [ticket] = seat ? await ticketsOf(context, view, [seat]) : []
  return ticket ?? null
}
