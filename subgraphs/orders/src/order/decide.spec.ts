import { describe, expect, test } from 'vitest'
import { outcomeDueAt } from './ask-for-outcome.js'
import { decide, evolveAll } from './decide.js'
import type { OrderCommand } from './decide.js'
import { messageOfPlacement, messagesOf } from './messages.js'
import { hasEnded, ticketIdsOf, totalOf } from './order.js'
import type { Order } from './order.js'
import { outcomeOfCancellation, outcomeOfExtension, outcomeOfPlacement, outcomeOfReservation } from './outcome.js'
import { after, placed, said, T0, wished } from '../testing/tickets-said.js'

function given(order: Order, ...commands: OrderCommand[]): Order {
  return commands.reduce((state, command) => evolveAll(state, decide(state, command, T0)), order)
}

const hear = (news: ReturnType<typeof said>): OrderCommand => ({ type: 'HEAR', news, requestId: 'x' })
const pending = placed()
const locked = given(pending, hear(said('seats.locked', 5)))
const reserved = given(locked, hear(said('seats.reserved', 6)))
const rejected = given(pending, hear(said('seats.refused', 5)))
const expired = given(locked, hear(said('seats.released', 6)))
const cancelled = given(locked, hear(said('seats.released', 6, { reason: 'CANCELLED' })))
const ended = { rejected, expired, cancelled }

describe('a placed order', () => {
  test('tells tickets all that it wants', () => {
    expect(messageOfPlacement(pending)).toEqual({
      type: 'order.created',
      payload: {
        orderId: 'o1', screeningId: 's1', buyerId: 'b1',
        wish: { kind: 'TICKETS', ticketIds: wished },
        createdAt: '2030-05-17T12:00:00.000Z',
      },
    })
  })

  test('shows the tickets that it named, and none where tickets picks them', () => {
    expect(ticketIdsOf(pending)).toEqual(wished)
    expect(ticketIdsOf(placed({ wish: { kind: 'BEST', count: 2, seatKind: null } }))).toEqual([])
    expect(totalOf(pending)).toBeNull()
  })

  test('keeps tickets and prices when it ends', () => {
    expect(totalOf(expired)).toEqual({ amount: 2_500, currency: 'EUR' })
    expect(ticketIdsOf(expired)).toEqual(wished)
  })
})

describe('reserving', () => {
  const reserve = { type: 'RESERVE', key: 'k', requestId: 'r' } as const

  test('asks tickets, once', () => {
    const facts = decide(locked, reserve, T0)
    const after1 = evolveAll(locked, facts)
    expect(messagesOf(after1, facts)).toEqual([
      { type: 'order.reservation-requested', payload: { orderId: 'o1', screeningId: 's1', buyerId: 'b1', requestId: 'r' } },
    ])
    expect(after1.reservationKeys).toEqual(['k'])
    expect(decide(after1, { ...reserve, requestId: 'r2' }, T0)).toEqual([])
  })

  test('with another key shares the open request, and keeps the key', () => {
    const facts = decide(given(locked, reserve), { type: 'RESERVE', key: 'k2', requestId: 'r2' }, T0)
    expect(facts).toEqual([{ type: 'RESERVATION_KEY_KEPT', key: 'k2' }])
  })

  test('a PENDING order has to wait', () => {
    expect(decide(pending, reserve, T0)).toEqual([])
    expect(outcomeOfReservation(pending)).toBeNull()
  })

  test.each(Object.entries({ reserved, ...ended }))('of a %s order asks nothing, and keeps the key', (_status, order) => {
    expect(decide(order, reserve, T0)).toEqual([{ type: 'RESERVATION_KEY_KEPT', key: 'k' }])
  })

  test('keys do not make the order grow for ever', () => {
    const keys = Array.from({ length: 150 }, (_, index): OrderCommand => ({ ...reserve, key: `k${index}` }))
    expect(given(locked, ...keys).reservationKeys).toHaveLength(100)
  })

  test('ends as tickets says', () => {
    expect(outcomeOfReservation(reserved)).toEqual({ refusal: null })
    expect(outcomeOfReservation(given(locked, reserve))).toBeNull()
    expect(outcomeOfReservation(expired)?.refusal?.code).toBe('LOCK_EXPIRED')
    expect(outcomeOfReservation(rejected)?.refusal?.code).toBe('ALREADY_SETTLED')
    expect(outcomeOfReservation(cancelled)?.refusal?.code).toBe('ALREADY_SETTLED')
    const refused = given(locked, reserve, hear(said('reservation.refused', 5, { requestId: 'r' })))
    expect(outcomeOfReservation(refused)?.refusal?.code).toBe('SCREENING_NOT_ON_SALE')
  })
})

describe('cancelling', () => {
  const cancel = { type: 'CANCEL', requestId: 'c' } as const

  test.each(Object.entries({ pending, locked, reserved }))('a %s order asks tickets, once', (_status, order) => {
    const facts = decide(order, cancel, T0)
    expect(messagesOf(order, facts)).toMatchObject([{ type: 'order.cancellation-requested', payload: { requestId: 'c' } }])
    expect(decide(evolveAll(order, facts), { ...cancel, requestId: 'c2' }, T0)).toEqual([])
  })

  test.each(Object.entries(ended))('a %s order asks nothing', (_status, order) => {
    expect(decide(order, cancel, T0)).toEqual([])
  })

  test('rule 7: a RESERVED order can be cancelled until the screening starts', () => {
    expect(decide(reserved, cancel, after(3_599_999))).toHaveLength(1)
    expect(decide(reserved, cancel, after(3_600_000))).toEqual([])
    expect(outcomeOfCancellation(reserved, after(3_600_000))?.refusal?.code).toBe('ALREADY_SETTLED')
  })

  test('a lock can be given up at any time', () => {
    expect(decide(locked, cancel, after(3_600_000))).toHaveLength(1)
  })

  test('ends as tickets says', () => {
    expect(outcomeOfCancellation(given(pending, cancel), T0)).toBeNull()
    expect(outcomeOfCancellation(given(reserved, cancel), T0)).toBeNull()
    expect(outcomeOfCancellation(cancelled, T0)).toEqual({ refusal: null })
    expect(outcomeOfCancellation(expired, T0)?.refusal?.code).toBe('ALREADY_SETTLED')
    expect(outcomeOfCancellation(rejected, T0)?.refusal?.code).toBe('ALREADY_SETTLED')
    const late = given(reserved, cancel, hear(said('seats.reserved', 6, { requestId: 'c' })))
    expect(outcomeOfCancellation(late, T0)?.refusal?.code).toBe('ALREADY_SETTLED')
  })
})

describe('extending', () => {
  const extend = { type: 'EXTEND', requestId: 'e' } as const

  test('asks tickets for a LOCKED order only', () => {
    expect(messagesOf(locked, decide(locked, extend, T0))).toMatchObject([{ type: 'order.extension-requested' }])
    for (const order of [pending, reserved, rejected, expired, cancelled]) expect(decide(order, extend, T0)).toEqual([])
  })

  test('a second one shares the first while it is open, and asks again after that', () => {
    const asked = given(locked, extend)
    expect(decide(asked, { ...extend, requestId: 'e2' }, T0)).toEqual([])
    const answered = given(asked, hear(said('seats.lock-extended', 6, { requestId: 'e', lockedUntil: after(200_000).toISOString() })))
    expect(outcomeOfExtension(answered)).toEqual({ refusal: null })
    expect(decide(answered, { ...extend, requestId: 'e2' }, T0)).toHaveLength(1)
  })

  test('ends as tickets says', () => {
    expect(outcomeOfExtension(expired)?.refusal?.code).toBe('LOCK_EXPIRED')
    for (const order of [reserved, cancelled, rejected]) expect(outcomeOfExtension(order)?.refusal?.code).toBe('ALREADY_SETTLED')
    const refused = given(locked, extend, hear(said('extension.refused', 5, { requestId: 'e' })))
    expect(outcomeOfExtension(refused)?.refusal?.code).toBe('EXTENSION_LIMIT')
  })
})

describe('what a placement gives', () => {
  test('its own refusal, or the order, whatever became of it', () => {
    expect(outcomeOfPlacement(pending)).toBeNull()
    expect(outcomeOfPlacement(rejected)?.refusal?.code).toBe('SEATS_UNAVAILABLE')
    for (const order of [locked, reserved, expired, cancelled]) expect(outcomeOfPlacement(order)).toEqual({ refusal: null })
  })
})

describe('rule 13: asking for the outcome', () => {
  const ask = { type: 'ASK_FOR_OUTCOME' } as const

  test('is due 10 s after an order was placed, its lock ended, or a request was made', () => {
    expect(outcomeDueAt(pending)).toEqual(after(10_000))
    expect(outcomeDueAt(locked)).toEqual(after(190_000))
    expect(outcomeDueAt(given(locked, { type: 'EXTEND', requestId: 'e' }))).toEqual(after(10_000))
    for (const order of [reserved, rejected, expired, cancelled]) expect(outcomeDueAt(order)).toBeNull()
  })

  test('asks no sooner', () => {
    expect(decide(pending, ask, after(9_999))).toEqual([])
  })

  test('a PENDING order sends all of order.created, and its requests', () => {
    const order = given(pending, { type: 'CANCEL', requestId: 'c' })
    const facts = decide(order, ask, after(10_000))
    expect(messagesOf(order, facts)).toMatchObject([{
      type: 'order.outcome-requested',
      payload: { created: { orderId: 'o1', wish: { ticketIds: wished } }, requests: [{ requestId: 'c', kind: 'CANCEL' }] },
    }])
  })

  test('any other sends its open requests only: a lost release, asked about, must not lock anew', () => {
    const order = given(locked, { type: 'RESERVE', key: 'k', requestId: 'r' })
    expect(messagesOf(order, decide(order, ask, after(10_000)))).toMatchObject([{
      payload: { created: null, requests: [{ requestId: 'r', kind: 'RESERVE' }] },
    }])
  })

  test('again and again, each time after twice as long, until answered', () => {
    let order = pending
    const waits: number[] = []
    for (let last = T0; waits.length < 8; ) {
      const due = outcomeDueAt(order) ?? T0
      waits.push((due.getTime() - last.getTime()) / 1_000)
      order = evolveAll(order, decide(order, ask, due))
      last = due
    }
    expect(waits).toEqual([10, 10, 20, 40, 80, 160, 320, 320])
    expect(outcomeDueAt(given(order, hear(said('seats.locked', 5))))).toEqual(after(190_000))
  })

  test('an order that has ended asks about the cancellation that rule 6 made', () => {
    const order = given(expired, hear(said('seats.locked', 7)))
    expect(hasEnded(order)).toBe(true)
    expect(messagesOf(order, decide(order, ask, after(10_000)))).toMatchObject([{
      payload: { created: null, requests: [{ kind: 'CANCEL' }] },
    }])
  })
})
