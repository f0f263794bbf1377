import { randomUUID } from 'node:crypto'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent, EventOf, OrderAtTickets } from '@mov-ticket/shared-events'

/** A screening of partition 4. */
export const SCREENING = 'a'

const facts = (sequence: number) => ({ aggregateId: SCREENING, aggregateVersion: sequence, now: new Date() })

function orderAt(orderId: string, sequence: number, remainingMs: number | null): OrderAtTickets {
  return {
    orderId,
    screeningId: SCREENING,
    buyerId: 'b1',
    sequence,
    status: remainingMs === null ? 'NONE' : 'LOCKED',
    lockedUntil: remainingMs === null ? null : new Date(Date.now() + remainingMs).toISOString(),
    remainingMs,
    tickets: [],
    answeredRequestIds: [],
  }
}

/** What tickets says about an order; times count from now. */
export const seatsLocked = (orderId: string, sequence: number, remainingMs: number): EventOf<'seats.locked'> =>
  createEvent('seats.locked', { ...orderAt(orderId, sequence, remainingMs), firstLockedAt: new Date().toISOString() }, facts(sequence))

export const seatsLockExtended = (orderId: string, sequence: number, remainingMs: number): AnyEvent =>
  createEvent(
    'seats.lock-extended',
    { ...orderAt(orderId, sequence, remainingMs), requestId: randomUUID(), firstLockedAt: new Date().toISOString() },
    facts(sequence),
  )

export const seatsReserved = (orderId: string, sequence: number): AnyEvent =>
  createEvent('seats.reserved', { ...orderAt(orderId, sequence, null), status: 'RESERVED', requestId: null }, facts(sequence))

export const seatsReleased = (orderId: string, sequence: number): AnyEvent =>
  createEvent('seats.released', { ...orderAt(orderId, sequence, null), requestId: null, reason: 'CANCELLED' }, facts(sequence))

export const seatsRefused = (orderId: string, sequence: number): AnyEvent =>
  createEvent(
    'seats.refused',
    { ...orderAt(orderId, sequence, null), refusal: { code: 'LOCK_EXPIRED', message: 'It is no longer held.', ticketIds: [] } },
    facts(sequence),
  )
