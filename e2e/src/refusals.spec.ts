import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from './accounts.js'
import { eventually } from './eventually.js'
import {
  accepted,
  cancelOrder,
  createBestOrder,
  createOrder,
  extendOrder,
  readMyOrders,
  readOrder,
  refused,
  reserveOrder,
} from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { readTickets, schedule } from './screenings.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('refusals')
})
afterAll(async () => platform.stop())

describe.concurrent('what buyers get, exactly', () => {
  test('SEATS_UNAVAILABLE lists exactly the tickets that were not free, and none of the others is locked', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([schedule(admin), signUp(url), signUp(url)])
    const taken = [screening.ticketIds[1], screening.ticketIds[4]].map(String)
    accepted(await createOrder(other, screening.id, taken))

    const refusal = refused(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 6)))

    expect(refusal.code).toBe('SEATS_UNAVAILABLE')
    expect(refusal.tickets.map(({ id }) => id).toSorted()).toEqual(taken.toSorted())
    const locked = (await readTickets(buyer, screening.id)).filter(({ status }) => status !== 'AVAILABLE')
    expect(locked.map(({ id }) => id)).toEqual(taken)
  })

  test('more than the maximum is TOO_MANY_TICKETS', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { maxTicketsPerOrder: 3 }), signUp(url)])

    expect(refused(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 4))).code).toBe(
      'TOO_MANY_TICKETS',
    )
    expect(refused(await createBestOrder(buyer, screening.id, 4)).code).toBe('TOO_MANY_TICKETS')
    expect(accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 3))).status).toBe('LOCKED')
  })

  test('more than twice the maximum locked at once is TOO_MANY_LOCKS; reserved seats do not count', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { maxTicketsPerOrder: 2 }), signUp(url)])
    const pair = (index: number): string[] => screening.ticketIds.slice(index * 2, index * 2 + 2)
    const first = accepted(await createOrder(buyer, screening.id, pair(0)))
    accepted(await createOrder(buyer, screening.id, pair(1)))

    expect(refused(await createOrder(buyer, screening.id, pair(2))).code).toBe('TOO_MANY_LOCKS')

    accepted(await reserveOrder(buyer, first.id))
    expect(accepted(await createOrder(buyer, screening.id, pair(2))).status).toBe('LOCKED')
  })

  test('an order that leaves one empty seat is LEAVES_SINGLE_SEAT where the screening says so', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([
      schedule(admin, { rows: 1, seatsPerRow: 10, avoidSingleSeats: true }),
      signUp(url),
      signUp(url),
    ])
    const seats = (...numbers: number[]): string[] => numbers.map((number) => String(screening.ticketIds[number - 1]))
    accepted(await createOrder(other, screening.id, seats(1, 2)))

    expect(refused(await createOrder(buyer, screening.id, seats(4, 5))).code).toBe('LEAVES_SINGLE_SEAT')
    expect(accepted(await createOrder(buyer, screening.id, seats(3, 4))).status).toBe('LOCKED')
  })

  test('the same key gives the same order, also for calls at the same moment; with another input it is refused', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin), signUp(url)])
    const key = randomUUID()
    const [a, b] = screening.ticketIds.map(String)

    const results = await Promise.all(
      Array.from({ length: 5 }, async (_, turn) =>
        createOrder(buyer, screening.id, turn % 2 === 0 ? [a ?? '', b ?? ''] : [b ?? '', a ?? ''], key),
      ),
    )

    expect(new Set(results.map((result) => accepted(result).id)).size).toBe(1)
    const reused = await createOrder(buyer, screening.id, [a ?? ''], key)
    expect(refused(reused).code).toBe('IDEMPOTENCY_KEY_REUSED')
    expect(reused.order).toBeNull()
    expect(await readMyOrders(buyer)).toHaveLength(1)
  })

  test('keys are each buyer’s own', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([schedule(admin), signUp(url), signUp(url)])
    const key = randomUUID()

    const mine = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1), key))
    const theirs = accepted(await createOrder(other, screening.id, screening.ticketIds.slice(1, 2), key))

    expect(mine.id).not.toBe(theirs.id)
  })

  test('reserving again gives the order again; reserving what ended says how it ended', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { lockSeconds: 1 }), signUp(url)])
    const one = async (index: number): Promise<string> =>
      accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(index, index + 1))).id
    const reserved = await one(0)
    expect(accepted(await reserveOrder(buyer, reserved, 'once')).status).toBe('RESERVED')
    expect(accepted(await reserveOrder(buyer, reserved, 'once')).status).toBe('RESERVED')
    expect(accepted(await reserveOrder(buyer, reserved, 'again')).status).toBe('RESERVED')
    const cancelled = await one(1)
    await cancelOrder(buyer, cancelled)
    const expired = await one(2)
    await eventually(
      async () => readOrder(buyer, expired),
      (order) => order?.status === 'EXPIRED',
    )

    expect(refused(await reserveOrder(buyer, cancelled)).code).toBe('ALREADY_SETTLED')
    expect(refused(await reserveOrder(buyer, expired)).code).toBe('LOCK_EXPIRED')
    expect(refused(await extendOrder(buyer, cancelled)).code).toBe('ALREADY_SETTLED')
    expect(refused(await cancelOrder(buyer, expired)).code).toBe('ALREADY_SETTLED')
  })

  test('cancelling a screening frees nothing for sale and ends every order with a note', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin), signUp(url)])
    const locked = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 2)))
    const reserved = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(2, 4)))
    accepted(await reserveOrder(buyer, reserved.id))

    const { cancelScreening } = await admin.ask<{ cancelScreening: unknown }>(
      'mutation ($id: ID!) { cancelScreening(id: $id) { status availableCount tickets { status } } }',
      { id: screening.id },
    )

    expect(cancelScreening).toEqual({
      status: 'CANCELLED',
      availableCount: 0,
      tickets: screening.ticketIds.map(() => ({ status: 'BLOCKED' })),
    })
    for (const { id } of [locked, reserved]) {
      const ended = await eventually(
        async () => readOrder(buyer, id),
        (order) => order?.status === 'CANCELLED',
      )
      expect(ended?.history.at(-1)?.note).toEqual(expect.any(String))
    }
    expect(refused(await createOrder(buyer, screening.id, screening.ticketIds.slice(5, 6))).code).toBe(
      'SCREENING_NOT_ON_SALE',
    )
  })

  test('blocked seats are not for sale until they are unblocked; seats that are held can’t be blocked', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin), signUp(url)])
    const [first, second, third] = screening.ticketIds.map(String)
    const block = 'mutation ($ids: [ID!]!) { blockTickets(ids: $ids, reason: "broken") { id status } }'
    accepted(await createOrder(buyer, screening.id, [first ?? '']))

    const mixed = await admin.answer(block, { ids: [first, second] })
    expect(mixed.errors[0]?.extensions.code).toBe('BAD_USER_INPUT')
    const { blockTickets } = await admin.ask<{ blockTickets: unknown }>(block, { ids: [second, third] })
    expect(blockTickets).toEqual([
      { id: second, status: 'BLOCKED' },
      { id: third, status: 'BLOCKED' },
    ])
    expect(refused(await createOrder(buyer, screening.id, [second ?? ''])).code).toBe('SEATS_UNAVAILABLE')

    await admin.ask('mutation ($ids: [ID!]!) { unblockTickets(ids: $ids) { id status } }', { ids: [second, third] })
    expect(accepted(await createOrder(buyer, screening.id, [second ?? ''])).status).toBe('LOCKED')
  })

  test('more than 50 changes a second of one account are too many, for that account alone', async () => {
    const { url } = platform
    const [hasty, other] = await Promise.all([signUp(url), signUp(url)])
    const change = 'mutation { cancelOrder(orderId: "unknown") { __typename } }'

    const answers = await Promise.all(Array.from({ length: 120 }, async () => hasty.answer(change)))

    const limited = answers
      .flatMap(({ errors }) => errors)
      .filter(({ extensions }) => extensions.code === 'RATE_LIMITED')
    expect(limited.length).toBeGreaterThan(0)
    expect(limited.every(({ extensions }) => (extensions.retryAfterSeconds ?? 0) >= 1)).toBe(true)
    expect((await other.answer(change)).errors[0]?.extensions.code).toBe('NOT_FOUND')
  })
})
