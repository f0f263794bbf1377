import { ticketId, type OrderAtTickets } from '@mov-ticket/shared-events'
import type { Screening } from './screening.js'
import type { SeatingPlan, SeatKind } from './seating-plan.js'

/** The screening at a moment: what deciders look at. */
export interface Scene {
  readonly screening: Screening
  readonly plan: SeatingPlan
  readonly now: Date
}

/** The order's whole state at tickets, which every event about it carries. */
export function orderState({ screening, plan, now }: Scene, orderId: string): OrderAtTickets {
  const booking = screening.bookings.get(orderId)
  const state = { orderId, screeningId: screening.terms.id, sequence: screening.sequence }
  if (!booking) {
    return { ...state, buyerId: null, status: 'NONE', lockedUntil: null, remainingMs: null, tickets: [], answeredRequestIds: [] }
  }
  const lockedUntil = booking.status === 'LOCKED' ? booking.lockedUntil : null
  return {
    ...state,
    buyerId: booking.buyerId,
    status: booking.status,
    lockedUntil: lockedUntil && lockedUntil.toISOString(),
    remainingMs: lockedUntil && Math.max(0, lockedUntil.getTime() - now.getTime()),
    tickets: booking.labels.map((label) => ({
      ticketId: ticketId(screening.terms.id, label),
      price: priceOf(screening, plan, label),
    })),
    answeredRequestIds: [...booking.requestIds],
  }
}

export interface Price {
  readonly amount: number
  readonly currency: string
}

export function priceOf(screening: Pick<Screening, 'terms'>, plan: SeatingPlan, label: string): Price {
  const seat = plan.byLabel.get(label)
  if (!seat) throw new Error(`screening ${screening.terms.id} has no seat ${label}`)
  return priceOfKind(screening, seat.kind)
}

export function priceOfKind({ terms }: Pick<Screening, 'terms'>, kind: SeatKind): Price {
  const amount = terms.prices[kind]
  if (amount === undefined) throw new Error(`screening ${terms.id} has no price for ${kind}`)
  return { amount, currency: terms.currency }
}
