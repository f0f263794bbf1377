import type { Screening } from './screening.js'
import type { PlannedSeat, SeatingPlan } from './seating-plan.js'

export type TicketStatus = 'AVAILABLE' | 'LOCKED' | 'RESERVED' | 'BLOCKED'

/** One seat at one screening, as it is written: an overdue lock is LOCKED until it is released. */
export interface TicketState {
  readonly seat: PlannedSeat
  readonly status: TicketStatus
  readonly lockedUntil: Date | null
  readonly version: number
  readonly order: { readonly id: string; readonly buyerId: string } | null
  /** Why it was taken from sale; null where it was not, such as where the whole screening does not take place. */
  readonly blockedReason: string | null
}

type Held = Pick<Screening, 'holds' | 'fullSince' | 'cancelledAt'>

export function ticketState(screening: Held, seat: PlannedSeat): TicketState {
  const entry = screening.holds.get(seat.label)
  const version = Math.max(entry?.version ?? 0, screening.fullSince)
  const blockedReason = entry?.status === 'BLOCKED' ? entry.reason : null
  const ticket = { seat, version, lockedUntil: null, order: null, blockedReason }
  if (screening.cancelledAt) return { ...ticket, status: 'BLOCKED' }
  switch (entry?.status) {
    case 'BLOCKED':
      return { ...ticket, status: 'BLOCKED' }
    case 'RESERVED':
      return { ...ticket, status: 'RESERVED', order: { id: entry.orderId, buyerId: entry.buyerId } }
    case 'LOCKED':
      return {
        ...ticket, status: 'LOCKED', lockedUntil: entry.lockedUntil, order: { id: entry.orderId, buyerId: entry.buyerId },
      }
    default:
      return { ...ticket, status: 'AVAILABLE' }
  }
}

export interface Changes {
  /** True: all tickets, forget what you had. False: those that changed. */
  readonly full: boolean
  /** In plan order. */
  readonly seats: readonly PlannedSeat[]
}

/** What changed since `version`; everything where that can't be said. */
export function changesSince(
  screening: Pick<Screening, 'holds' | 'fullSince' | 'version'>, plan: SeatingPlan, version: number | null,
): Changes {
  if (version === null || version < 0 || version < screening.fullSince || version > screening.version) {
    return { full: true, seats: plan.seats }
  }
  const changed: PlannedSeat[] = []
  for (const [label, entry] of screening.holds) {
    const seat = entry.version > version ? plan.byLabel.get(label) : undefined
    if (seat) changed.push(seat)
  }
  return { full: false, seats: changed.toSorted((a, b) => a.index - b.index) }
}
