import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Screening, ScreeningTerms } from '../screening/screening.js'
import type { ScreeningRecord } from './screening-model.js'

export function termsOf(record: Omit<ScreeningTerms, 'id'> & { _id: string }): ScreeningTerms {
  const { _id: id, movieId, auditoriumId, startsAt, currency, prices, lockSeconds, maxTicketsPerOrder, avoidSingleSeats } = record
  return { id, movieId, auditoriumId, startsAt, currency, prices, lockSeconds, maxTicketsPerOrder, avoidSingleSeats }
}

export function screeningOf(record: ScreeningRecord): Screening {
  const { cancelledAt, version, sequence, fullSince } = record
  return {
    terms: termsOf(record),
    cancelledAt, version, sequence, fullSince,
    holds: new Map(Object.entries(record.holds)),
    bookings: new Map(Object.entries(record.bookings)),
  }
}

/** Oldest first. */
export function pendingOf(record: Pick<ScreeningRecord, 'pendingEvents'>): AnyEvent[] {
  return Object.values(record.pendingEvents).toSorted((a, b) => a.aggregateVersion - b.aggregateVersion)
}

export function newRecord(
  { terms, cancelledAt, version, sequence, fullSince }: Screening, seatCount: number, events: readonly AnyEvent[], now: Date,
): ScreeningRecord {
  const { id, ...rest } = terms
  return {
    _id: id, ...rest, seatCount, takenCount: 0, cancelledAt, version, sequence, fullSince, holds: {}, bookings: {},
    pendingEvents: Object.fromEntries(events.map((event) => [event.id, event])), pendingSince: now,
  }
}
