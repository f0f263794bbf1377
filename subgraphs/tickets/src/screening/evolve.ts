import type { Fact, FactOf } from './facts.js'
import type { Booking, Screening, SeatEntry } from './screening.js'

/** How many requests a booking remembers. */
const REMEMBERED_REQUESTS = 8

/** The screening after `fact`. Seats that it touches carry the version that the next write gives the screening. */
export function evolve(screening: Screening, fact: Fact): Screening {
  return { ...screening, sequence: screening.sequence + 1, ...change(screening, fact) }
}

function change(screening: Screening, fact: Fact): Partial<Screening> {
  const version = screening.version + 1
  switch (fact.type) {
    case 'LOCKED': {
      const { orderId, buyerId, labels, lockedUntil } = fact
      const booking: Booking = { buyerId, labels, status: 'LOCKED', lockedUntil, firstLockedAt: fact.at, requestIds: [] }
      return hold(screening, orderId, booking, { version, status: 'LOCKED', orderId, buyerId, lockedUntil })
    }
    case 'RESERVED': {
      const { buyerId, labels, firstLockedAt, requestIds } = bookingOf(screening, fact.orderId)
      const booking: Booking = {
        buyerId, labels, firstLockedAt, status: 'RESERVED', requestIds: remember(requestIds, fact.requestId),
      }
      return hold(screening, fact.orderId, booking, { version, status: 'RESERVED', orderId: fact.orderId, buyerId })
    }
    case 'EXTENDED': {
      const { orderId, lockedUntil } = fact
      const before = bookingOf(screening, orderId)
      const booking: Booking = {
        ...before, status: 'LOCKED', lockedUntil, requestIds: remember(before.requestIds, fact.requestId),
      }
      return hold(screening, orderId, booking, { version, status: 'LOCKED', orderId, buyerId: before.buyerId, lockedUntil })
    }
    case 'RELEASED': {
      const bookings = new Map(screening.bookings)
      bookings.delete(fact.orderId)
      return { bookings, holds: enter(screening, bookingOf(screening, fact.orderId).labels, { version }) }
    }
    case 'BLOCKED':
      return { holds: enter(screening, fact.labels, { version, status: 'BLOCKED', reason: fact.reason }) }
    case 'UNBLOCKED':
      return { holds: enter(screening, fact.labels, { version }) }
    default:
      return { cancelledAt: (fact satisfies FactOf<'SCREENING_CANCELLED'>).at, fullSince: version }
  }
}

export function bookingOf(screening: Screening, orderId: string): Booking {
  const booking = screening.bookings.get(orderId)
  if (!booking) throw new Error(`order ${orderId} holds no seats of screening ${screening.terms.id}`)
  return booking
}

export function remember(requestIds: readonly string[], requestId: string | null): readonly string[] {
  return requestId === null ? requestIds : [...requestIds, requestId].slice(-REMEMBERED_REQUESTS)
}

function hold(screening: Screening, orderId: string, booking: Booking, entry: SeatEntry): Partial<Screening> {
  return {
    bookings: new Map(screening.bookings).set(orderId, booking),
    holds: enter(screening, booking.labels, entry),
  }
}

function enter(screening: Screening, labels: readonly string[], entry: SeatEntry): ReadonlyMap<string, SeatEntry> {
  const holds = new Map(screening.holds)
  for (const label of labels) holds.set(label, entry)
  return holds
}
