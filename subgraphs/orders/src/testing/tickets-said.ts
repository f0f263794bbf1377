import type { Announcement, AnnouncementType } from '../order/announcement.js'
import { placeOrder } from '../order/order.js'
import type { Order, Placement } from '../order/order.js'

/* Orders and announcements for specs, with one screening, one buyer and two seats. */

export const T0 = new Date('2030-05-17T12:00:00.000Z')

export function after(ms: number): Date {
  return new Date(T0.getTime() + ms)
}

export const wished = ['s1.QTE', 's1.QTI']

export function placed(change: Partial<Placement> = {}): Order {
  return placeOrder({
    id: 'o1',
    buyerId: 'b1',
    screeningId: 's1',
    startsAt: after(3_600_000),
    wish: { kind: 'TICKETS', ticketIds: wished },
    createdAt: T0,
    ...change,
  })
}

/** What tickets says about order o1; what is not told is as after a fresh lock. */
export function said(type: AnnouncementType, sequence: number, change: Partial<Announcement> = {}): Announcement {
  const status = change.status ?? statusAfter[type]
  const held = status !== 'NONE'
  const locked = status === 'LOCKED'
  return {
    type,
    at: T0,
    firstLockedAt: locked ? T0 : null,
    orderId: 'o1',
    screeningId: 's1',
    buyerId: 'b1',
    sequence,
    status,
    lockedUntil: locked ? after(180_000).toISOString() : null,
    remainingMs: locked ? 180_000 : null,
    tickets: held ? wished.map((ticketId) => ({ ticketId, price: { amount: 1_250, currency: 'EUR' } })) : [],
    answeredRequestIds: [],
    requestId: null,
    refusal: refusals[type] ?? null,
    reason: type === 'seats.released' ? 'EXPIRED' : null,
    ...change,
  }
}

const statusAfter: Record<AnnouncementType, Announcement['status']> = {
  'seats.locked': 'LOCKED',
  'seats.refused': 'NONE',
  'seats.reserved': 'RESERVED',
  'seats.released': 'NONE',
  'seats.lock-extended': 'LOCKED',
  'reservation.refused': 'LOCKED',
  'extension.refused': 'LOCKED',
}

const refusals: Partial<Record<AnnouncementType, Announcement['refusal']>> = {
  'seats.refused': { code: 'SEATS_UNAVAILABLE', message: 'Seat A1 was just taken.', ticketIds: ['s1.QTE'] },
  'reservation.refused': { code: 'SCREENING_NOT_ON_SALE', message: 'The screening has started.', ticketIds: [] },
  'extension.refused': { code: 'EXTENSION_LIMIT', message: 'The lock can\'t last any longer.', ticketIds: [] },
}
