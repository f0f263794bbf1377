import { badUserInput } from '@mov-ticket/service-kit'
import type { Refusal, SeatWish } from '@mov-ticket/shared-events'
import { tooManyTickets } from './refusals.js'
import type { Screening } from './screening.js'

/** Which seats a buyer asks for, as said in the input. */
export type RequestedSeats =
  | { readonly kind: 'TICKETS'; readonly ticketIds: readonly string[] }
  | { readonly kind: 'BEST'; readonly count: number; readonly seatKind: Extract<SeatWish, { kind: 'BEST' }>['seatKind'] }

/** The wish to place, or why it is refused without an order. BAD_USER_INPUT where it makes no sense for the screening. */
export function wishFor(requested: RequestedSeats, { maxTicketsPerOrder, positions }: Screening): SeatWish | Refusal {
  if (requested.kind === 'BEST') {
    return requested.count > maxTicketsPerOrder ? tooManyTickets(maxTicketsPerOrder) : { ...requested }
  }
  const named = new Map<string, number>()
  for (const ticketId of requested.ticketIds) {
    const position = positions.get(ticketId)
    if (position === undefined) throw badTickets('names a ticket that this screening does not have')
    if (named.has(ticketId)) throw badTickets('names a ticket twice')
    named.set(ticketId, position)
  }
  if (named.size === 0) throw badTickets('must name at least one ticket')
  if (named.size > maxTicketsPerOrder) return tooManyTickets(maxTicketsPerOrder)
  const inPlanOrder = [...named].toSorted(([, one], [, other]) => one - other)
  return { kind: 'TICKETS', ticketIds: inPlanOrder.map(([ticketId]) => ticketId) }
}

/** Whether a repeated call asks for the same: the order in which tickets are named does not matter. */
export function isSameWish(wish: SeatWish, requested: RequestedSeats): boolean {
  if (wish.kind === 'BEST' || requested.kind === 'BEST') {
    return wish.kind === 'BEST' && requested.kind === 'BEST' && wish.count === requested.count && wish.seatKind === requested.seatKind
  }
  const sorted = requested.ticketIds.toSorted()
  return wish.ticketIds.length === sorted.length && wish.ticketIds.toSorted().every((ticketId, index) => ticketId === sorted[index])
}

function badTickets(problem: string) {
  return badUserInput(`ticketIds ${problem}.`, { 'input.ticketIds': problem })
}
