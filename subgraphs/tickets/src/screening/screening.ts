import type { SeatKind } from './seating-plan.js'

/** What is not on sale any more, seat by seat. A seat without an entry was never touched: it is free, at version 0. */
export type SeatEntry =
  | { readonly version: number; readonly status: 'LOCKED'; readonly orderId: string; readonly buyerId: string; readonly lockedUntil: Date }
  | { readonly version: number; readonly status: 'RESERVED'; readonly orderId: string; readonly buyerId: string }
  | { readonly version: number; readonly status: 'BLOCKED'; readonly reason: string }
  /** Let go: free again, but watchers that are behind `version` must hear of it. */
  | { readonly version: number; readonly status?: never }

/** The seats of one order, all or none. */
export type Booking = {
  readonly buyerId: string
  /** In plan order. */
  readonly labels: readonly string[]
  readonly firstLockedAt: Date
  /** The last requests that changed it, newest last. */
  readonly requestIds: readonly string[]
} & ({ readonly status: 'LOCKED'; readonly lockedUntil: Date } | { readonly status: 'RESERVED' })

/** Agreed when the screening was scheduled; never changes. */
export interface ScreeningTerms {
  readonly id: string
  readonly movieId: string
  readonly auditoriumId: string
  readonly startsAt: Date
  readonly currency: string
  /** In minor units, for every kind of seat in the auditorium. */
  readonly prices: Readonly<Partial<Record<SeatKind, number>>>
  readonly lockSeconds: number
  readonly maxTicketsPerOrder: number
  readonly avoidSingleSeats: boolean
}

/** The aggregate: who holds which seats of one screening. */
export interface Screening {
  readonly terms: ScreeningTerms
  readonly cancelledAt: Date | null
  /** Counts writes. Entries that the next write changes carry `version + 1`. */
  readonly version: number
  /** Counts what happened; several things can happen in one write. */
  readonly sequence: number
  /** Who is behind this version can't be told what changed, only everything. */
  readonly fullSince: number
  readonly holds: ReadonlyMap<string, SeatEntry>
  /** By order id. */
  readonly bookings: ReadonlyMap<string, Booking>
}

export function newScreening(terms: ScreeningTerms): Screening {
  return { terms, cancelledAt: null, version: 1, sequence: 1, fullSince: 0, holds: new Map(), bookings: new Map() }
}

/** Stands for a screening that nobody knows: it sells nothing, holds nothing, and so is never written. */
export function unknownScreening(id: string): Screening {
  return {
    ...newScreening({
      id, movieId: '', auditoriumId: '', startsAt: new Date(0), currency: 'XXX', prices: {},
      lockSeconds: 1, maxTicketsPerOrder: 1, avoidSingleSeats: false,
    }),
    cancelledAt: new Date(0), version: 0, sequence: 0,
  }
}

export function isFree(screening: Screening, label: string): boolean {
  return screening.holds.get(label)?.status === undefined
}

/** A lock is good until `lockedUntil`, not at it. */
export function isOverdue(booking: Booking, now: Date): boolean {
  return booking.status === 'LOCKED' && booking.lockedUntil <= now
}

export type ScreeningStatus = 'ON_SALE' | 'CLOSED' | 'CANCELLED'

/** CLOSED follows from the clock: nobody has to close a screening. */
export function statusOf({ cancelledAt, terms }: Pick<Screening, 'cancelledAt' | 'terms'>, now: Date): ScreeningStatus {
  if (cancelledAt) return 'CANCELLED'
  return terms.startsAt <= now ? 'CLOSED' : 'ON_SALE'
}

/** The moment at which the next lock ends, or null. */
export function nextLockEnd(screening: Screening): Date | null {
  let next: Date | null = null
  for (const booking of screening.bookings.values()) {
    if (booking.status === 'LOCKED' && (next === null || booking.lockedUntil < next)) next = booking.lockedUntil
  }
  return next
}

/** How many seats are locked, reserved or blocked. */
export function takenCount(screening: Screening): number {
  let count = 0
  for (const entry of screening.holds.values()) if (entry.status !== undefined) count++
  return count
}
