import { z } from 'zod'
import { defineEvent, envelope } from './define-event.js'
import type { EventDefinition } from './define-event.js'

/*
 * Every event of the platform. What an event's fields mean is said here and nowhere else: types, validation and
 * docs/events.md come from this file.
 */

const id = z.string().min(1).max(200)
const time = z.iso.datetime({ precision: 3 })
const sequence = z.int().nonnegative()
const money = z.object({ amount: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })

/** Who wants which seats: named ones, or the best `count` that are free. */
export const seatWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('TICKETS'), ticketIds: z.array(id).min(1) }),
  z.object({
    kind: z.literal('BEST'),
    count: z.int().positive(),
    seatKind: z.enum(['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION']).nullable(),
  }),
])

const orderCreated = z.object({
  orderId: id,
  screeningId: id,
  buyerId: id,
  wish: seatWish,
  createdAt: time,
})

/** A request of the buyer about an order: repeated with the same `requestId` it changes nothing. */
const orderRequest = z.object({ orderId: id, screeningId: id, buyerId: id, requestId: id })

export const refusalCode = z.enum([
  'SEATS_UNAVAILABLE',
  'SCREENING_NOT_ON_SALE',
  'TOO_MANY_TICKETS',
  'TOO_MANY_LOCKS',
  'LEAVES_SINGLE_SEAT',
  'LOCK_EXPIRED',
  'EXTENSION_LIMIT',
  'ALREADY_SETTLED',
])

export const refusal = z.object({
  code: refusalCode,
  message: z.string().describe('English, for the buyer.'),
  ticketIds: z.array(id).describe('The tickets that the refusal is about, such as those that were not free.'),
})

/**
 * The order's whole state at tickets, carried by every event that tickets sends about an order, so that a lost event
 * is made good by the next.
 */
const orderAtTickets = z.object({
  orderId: id,
  screeningId: id,
  buyerId: id.nullable().describe('Null where tickets does not know the order.'),
  sequence: sequence.describe('Order of events of this screening; compared per order, never per screening.'),
  status: z.enum(['NONE', 'LOCKED', 'RESERVED']).describe('NONE: the order holds no seat.'),
  lockedUntil: time.nullable().describe('Only while LOCKED.'),
  remainingMs: z.int().nonnegative().nullable().describe('`lockedUntil` by the clock of tickets, for clocks that differ.'),
  tickets: z.array(z.object({ ticketId: id, price: money })).describe('In plan order; empty when NONE.'),
  answeredRequestIds: z.array(id).max(8).describe('The last requests that changed the hold, newest last.'),
})

const answer = { requestId: id.nullable().describe('The request that this answers; null where nobody asked.') }

export const events = {
  'order.created': defineEvent({
    type: 'order.created', version: 1, mustBeHeard: true, partitioned: true, payload: orderCreated,
    description: 'A buyer wants seats; tickets locks all of them or refuses.',
  }),
  'order.reservation-requested': defineEvent({
    type: 'order.reservation-requested', version: 1, mustBeHeard: true, partitioned: true, payload: orderRequest,
    description: 'The buyer wants the locked seats for good.',
  }),
  'order.cancellation-requested': defineEvent({
    type: 'order.cancellation-requested', version: 1, mustBeHeard: true, partitioned: true, payload: orderRequest,
    description: 'The seats of this order are not wanted (any more).',
  }),
  'order.extension-requested': defineEvent({
    type: 'order.extension-requested', version: 1, mustBeHeard: true, partitioned: true, payload: orderRequest,
    description: 'The buyer needs more time before reserving.',
  }),
  'order.outcome-requested': defineEvent({
    type: 'order.outcome-requested', version: 1, mustBeHeard: true, partitioned: true,
    payload: z.object({
      orderId: id,
      screeningId: id,
      buyerId: id,
      created: orderCreated.nullable().describe('All of order.created, where the order is PENDING.'),
      requests: z.array(z.object({ requestId: id, kind: z.enum(['RESERVE', 'CANCEL', 'EXTEND']) })),
    }),
    description: 'Orders has waited too long: tickets treats it as those messages sent again, and answers with the state.',
  }),

  'seats.locked': defineEvent({
    type: 'seats.locked', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({ firstLockedAt: time }),
    description: 'The order holds its seats until `lockedUntil`. Sent again when somebody asks, or when a deadline was announced too early.',
  }),
  'seats.refused': defineEvent({
    type: 'seats.refused', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({ refusal }),
    description: 'The order gets no seats (PENDING), or holds none any more (LOCKED, RESERVED).',
  }),
  'seats.reserved': defineEvent({
    type: 'seats.reserved', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend(answer),
    description: 'The seats belong to the order for good.',
  }),
  'reservation.refused': defineEvent({
    type: 'reservation.refused', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({ ...answer, refusal }),
    description: 'The reservation was not possible; the order stays as it is.',
  }),
  'seats.released': defineEvent({
    type: 'seats.released', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({
      ...answer,
      reason: z.enum(['CANCELLED', 'EXPIRED', 'SCREENING_CANCELLED', 'NOT_HELD']).describe('NOT_HELD: a cancellation of an order that held nothing.'),
    }),
    description: 'The order holds no seats any more.',
  }),
  'seats.lock-extended': defineEvent({
    type: 'seats.lock-extended', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({ ...answer, firstLockedAt: time }),
    description: 'The lock lasts longer.',
  }),
  'extension.refused': defineEvent({
    type: 'extension.refused', version: 1, mustBeHeard: true, partitioned: false,
    payload: orderAtTickets.extend({ ...answer, refusal }),
    description: 'The lock could not be made longer; the order stays as it is.',
  }),

  'screening.scheduled': defineEvent({
    type: 'screening.scheduled', version: 1, mustBeHeard: true, partitioned: false,
    payload: z.object({
      screeningId: id,
      startsAt: time,
      lockSeconds: z.int().positive(),
      maxTicketsPerOrder: z.int().positive(),
      currency: money.shape.currency,
      seatLabels: z.array(z.string().min(1)).describe('In plan order; a ticket id is made of the screening and one of these.'),
    }),
    description: 'A screening is on sale.',
  }),
  'screening.cancelled': defineEvent({
    type: 'screening.cancelled', version: 1, mustBeHeard: true, partitioned: false,
    payload: z.object({ screeningId: id }),
    description: 'A screening does not take place. The seats of each order are released by a seats.released of its own.',
  }),

  'lock.expired': defineEvent({
    type: 'lock.expired', version: 1, mustBeHeard: true, partitioned: true,
    payload: z.object({ orderId: id, screeningId: id, sequence }),
    description: 'The deadline of a lock has passed by the clock of expiration.',
  }),
  'locks.requested': defineEvent({
    type: 'locks.requested', version: 1, mustBeHeard: true, partitioned: false,
    payload: z.object({ reason: z.string() }),
    description: 'Expiration does not know (all) deadlines: tickets announces every open lock again.',
  }),

  'session.revoked': defineEvent({
    type: 'session.revoked', version: 1, mustBeHeard: false, partitioned: false,
    payload: z.object({ userId: id, sessionIds: z.array(id).min(1) }),
    description: 'These sessions ended: forget what was cached of them and close their sockets.',
  }),
} as const

export type EventType = keyof typeof events
export type PayloadOf<T extends EventType> = z.infer<(typeof events)[T]['payload']>

export type EventOf<T extends EventType> = z.infer<typeof envelope> & {
  readonly type: T
  readonly version: number
  readonly payload: PayloadOf<T>
}
/** Any event; narrow it by `type`. */
export type AnyEvent = { [T in EventType]: EventOf<T> }[EventType]

export type SeatWish = z.infer<typeof seatWish>
export type Refusal = z.infer<typeof refusal>
export type OrderAtTickets = z.infer<typeof orderAtTickets>

/** The same, where code speaks of any event. */
export const eventDefinitions: {
  readonly [T in EventType]: EventDefinition<T, z.ZodType<PayloadOf<T>>>
} = events

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(events, type)
}
