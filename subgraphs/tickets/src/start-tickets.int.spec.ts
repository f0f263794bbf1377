import { randomUUID } from 'node:crypto'
import { screeningChannel, type AnyEvent, type EventType } from '@mov-ticket/shared-events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aScreening } from './testing/programme.js'
import { admin, buyer, startTicketsForSpecs, type RunningTickets } from './testing/running-tickets.js'

/*
 * The whole process on real servers: events in, events out.
 */

let tickets: RunningTickets
const heard: AnyEvent[] = []

beforeAll(async () => {
  tickets = await startTicketsForSpecs()
  await tickets.broker.consume('orders.outcomes', {
    'seats.locked': hear, 'seats.refused': hear, 'seats.reserved': hear, 'seats.released': hear,
    'seats.lock-extended': hear, 'reservation.refused': hear, 'extension.refused': hear,
  })
  await tickets.broker.consume('orders.screenings', { 'screening.scheduled': hear, 'screening.cancelled': hear })
})
afterAll(() => tickets.stop())

async function hear(event: AnyEvent): Promise<void> {
  heard.push(event)
}

async function heardOf<T extends EventType>(type: T, orderOrScreeningId: string): Promise<Extract<AnyEvent, { type: T }>> {
  const isOf = (event: AnyEvent): event is Extract<AnyEvent, { type: T }> =>
    event.type === type && JSON.stringify(event.payload).includes(orderOrScreeningId)
  return vi.waitFor(() => {
    const event = heard.find(isOf)
    if (!event) throw new Error(`${type} of ${orderOrScreeningId} was not heard`)
    return event
  }, 5_000)
}

function wish(screeningId: string, ticketIds: (string | undefined)[], buyerId = 'buyer') {
  const wanted = ticketIds.map((id) => id ?? 'none')
  return {
    orderId: randomUUID(), screeningId, buyerId, createdAt: new Date().toISOString(),
    wish: { kind: 'TICKETS' as const, ticketIds: wanted },
  }
}

describe('the saga at tickets', () => {
  test('a screening is scheduled: the others hear of its terms', async () => {
    const { id } = await aScreening(tickets.ask)
    expect(await heardOf('screening.scheduled', id)).toMatchObject({
      aggregateVersion: 1, payload: { lockSeconds: 180, maxTicketsPerOrder: 10, currency: 'EUR', seatLabels: ['A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'B2', 'B3', 'B4', 'B5', 'C1', 'C2', 'C3', 'C4', 'C5'] },
    })
  })

  test('rule 16: tickets.screening answers what orders must know, and null for one that nobody knows', async () => {
    const { id } = await aScreening(tickets.ask)
    expect(await tickets.broker.ask('tickets.screening', { screeningId: id }, { timeoutMs: 5_000 })).toMatchObject({
      screeningId: id, lockSeconds: 180, cancelled: false,
    })
    await tickets.ask('mutation ($id: ID!) { cancelScreening(id: $id) { id } }', { id }, admin)
    expect(await tickets.broker.ask('tickets.screening', { screeningId: id }, { timeoutMs: 5_000 })).toMatchObject({ cancelled: true })
    expect(await tickets.broker.ask('tickets.screening', { screeningId: 'unknown' }, { timeoutMs: 5_000 })).toBeNull()
  })

  test('locked, extended, reserved, cancelled: each is announced, with the correlation of what led to it', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const order = wish(id, [seats['A1'], seats['A2']])
    const { orderId, buyerId } = order
    const request = { orderId, screeningId: id, buyerId }
    await tickets.send('order.created', order)
    const locked = await heardOf('seats.locked', orderId)
    expect(locked).toMatchObject({ payload: { sequence: 2, buyerId: 'buyer', tickets: [{ ticketId: seats['A1'] }, { ticketId: seats['A2'] }] } })
    expect(locked.causationId).not.toBeNull()

    await tickets.send('order.extension-requested', { ...request, requestId: 'e1' })
    await heardOf('seats.lock-extended', orderId)
    await tickets.send('order.reservation-requested', { ...request, requestId: 'r1' })
    await heardOf('seats.reserved', orderId)
    await tickets.send('order.cancellation-requested', { ...request, requestId: 'c1' })
    expect(await heardOf('seats.released', orderId)).toMatchObject({ payload: { reason: 'CANCELLED', answeredRequestIds: ['e1', 'r1', 'c1'] } })
  })

  test('rule 17: after a write the doorbell says the version', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const order = wish(id, [seats['B1']])
    await tickets.send('order.created', order)
    await heardOf('seats.locked', order.orderId)
    await vi.waitFor(async () => expect(await tickets.doorbell.versions([screeningChannel(id)])).toEqual([2]))
  })

  test('a lock that expires by another clock is released, or announced again where it is early', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask, { lockSeconds: 1 })
    const order = wish(id, [seats['B1'], seats['B2']])
    await tickets.send('order.created', order)
    const { payload } = await heardOf('seats.locked', order.orderId)
    heard.length = 0
    await tickets.send('lock.expired', { orderId: order.orderId, screeningId: id, sequence: payload.sequence })
    expect((await heardOf('seats.locked', order.orderId)).payload.remainingMs).toBeLessThanOrEqual(1_000)

    await vi.waitFor(async () => {
      await tickets.send('lock.expired', { orderId: order.orderId, screeningId: id, sequence: payload.sequence })
      expect(heard.map(({ type }) => type)).toContain('seats.released')
    }, { timeout: 5_000, interval: 200 })
  })

  test('rule 21: every open lock is announced again on request', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const [one, two] = [wish(id, [seats['A1']]), wish(id, [seats['A2']])]
    await tickets.send('order.created', one)
    await tickets.send('order.created', two)
    await heardOf('seats.locked', two.orderId)
    heard.length = 0
    await tickets.send('locks.requested', { reason: 'spec' })
    expect((await heardOf('seats.locked', one.orderId)).payload.status).toBe('LOCKED')
    expect((await heardOf('seats.locked', two.orderId)).payload.status).toBe('LOCKED')
  })

  test('a cancelled screening releases every order and says so', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const order = wish(id, [seats['A1']])
    await tickets.send('order.created', order)
    await heardOf('seats.locked', order.orderId)
    const { data } = await tickets.ask('mutation ($id: ID!) { cancelScreening(id: $id) { status availableCount tickets { status } } }', { id }, admin)
    expect(data).toEqual({ cancelScreening: { status: 'CANCELLED', availableCount: 0, tickets: Object.keys(seats).map(() => ({ status: 'BLOCKED' })) } })
    expect(await heardOf('seats.released', order.orderId)).toMatchObject({ payload: { reason: 'SCREENING_CANCELLED' } })
    await heardOf('screening.cancelled', id)
  })
})

describe('rule 12: who holds a seat', () => {
  test('is told to its buyer and to administrators, and to nobody else', async () => {
    const { id, tickets: seats } = await aScreening(tickets.ask)
    const order = wish(id, [seats['A1']], 'me')
    await tickets.send('order.created', order)
    await heardOf('seats.locked', order.orderId)
    const query = 'query ($id: ID!) { screening(id: $id) { tickets { order { id } } } }'
    const orderSeenBy = async (who: ReturnType<typeof buyer>) => {
      const { data } = await tickets.ask(query, { id }, who)
      return JSON.stringify(data).includes(order.orderId)
    }
    expect(await orderSeenBy(buyer('me'))).toBe(true)
    expect(await orderSeenBy(admin)).toBe(true)
    expect(await orderSeenBy(buyer('another'))).toBe(false)
    expect(await orderSeenBy(null)).toBe(false)
  })
})
