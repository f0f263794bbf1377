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
import { readTicket, readTickets, schedule } from './screenings.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('saga')
})
afterAll(async () => platform.stop())

describe.concurrent('the saga of a booking', () => {
  test('a buyer looks at a screening, locks three seats and reserves them; another is told which seat is gone', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([schedule(admin), signUp(url), signUp(url)])
    const [first, second, third, fourth] = screening.ticketIds
    const wanted = screening.ticketIds.slice(0, 3)
    expect((await readTickets(buyer, screening.id)).every(({ status }) => status === 'AVAILABLE')).toBe(true)

    const order = accepted(await createOrder(buyer, screening.id, wanted))

    expect(order).toMatchObject({ status: 'LOCKED', total: { amount: 3 * 1250, currency: 'EUR' } })
    expect(order.tickets.map(({ id }) => id)).toEqual([first, second, third])
    expect(Date.parse(order.expiresAt ?? '')).toBeGreaterThan(Date.now() + 170_000)
    expect(order.remainingSeconds).toBeGreaterThan(170)
    const locked = (await readTickets(buyer, screening.id)).filter(({ status }) => status === 'LOCKED')
    expect(locked.map(({ id }) => id)).toEqual(wanted)
    expect(locked.every(({ lockedUntil }) => lockedUntil === order.expiresAt)).toBe(true)

    const refusal = refused(await createOrder(other, screening.id, [String(third), String(fourth)]))
    expect(refusal).toMatchObject({ code: 'SEATS_UNAVAILABLE', tickets: [{ id: third }] })

    const reserved = accepted(await reserveOrder(buyer, order.id))
    expect(reserved).toMatchObject({
      id: order.id,
      status: 'RESERVED',
      expiresAt: null,
      remainingSeconds: null,
      total: order.total,
    })
    expect(reserved.history.map(({ status }) => status)).toEqual(['PENDING', 'LOCKED', 'RESERVED'])
    expect(await readTicket(buyer, screening.id, String(first))).toMatchObject({
      status: 'RESERVED',
      lockedUntil: null,
    })
  })

  test('with a lock of two seconds the seats are free within a second of the deadline and the order is EXPIRED', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { lockSeconds: 2 }), signUp(url)])
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 3)))
    const deadline = Date.parse(order.expiresAt ?? '')
    expect(deadline).toBeLessThanOrEqual(Date.now() + 2_000)

    await eventually(
      async () => readTickets(buyer, screening.id),
      (tickets) => tickets.every(({ status }) => status === 'AVAILABLE'),
      { everyMs: 20 },
    )
    expect(Date.now() - deadline).toBeGreaterThanOrEqual(0)
    expect(Date.now() - deadline).toBeLessThan(1_000)

    const expired = await eventually(
      async () => readOrder(buyer, order.id),
      (seen) => seen?.status === 'EXPIRED',
    )
    expect(expired).toMatchObject({ expiresAt: null, tickets: order.tickets, total: order.total })
    expect((await readMyOrders(buyer, 'EXPIRED')).map(({ id }) => id)).toEqual([order.id])
  })

  test('cancelling frees the seats at once, locked or reserved', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin), signUp(url)])
    const locked = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 2)))
    const reserved = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(2, 4)))
    accepted(await reserveOrder(buyer, reserved.id))

    expect(accepted(await cancelOrder(buyer, locked.id)).status).toBe('CANCELLED')
    expect(accepted(await cancelOrder(buyer, reserved.id)).status).toBe('CANCELLED')

    expect((await readTickets(buyer, screening.id)).every(({ status }) => status === 'AVAILABLE')).toBe(true)
    expect(accepted(await cancelOrder(buyer, locked.id)).status).toBe('CANCELLED')
  })

  test('an order can be extended, up to ten times its lock from the first moment', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { lockSeconds: 2 }), signUp(url)])
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1)))
    const firstDeadline = Date.parse(order.expiresAt ?? '')
    const cap = firstDeadline - 2_000 + 20_000

    const extended = accepted(await extendOrder(buyer, order.id))
    expect(extended.status).toBe('LOCKED')
    expect(Date.parse(extended.expiresAt ?? '')).toBeGreaterThan(firstDeadline)

    const limit = await eventually(
      async () => extendOrder(buyer, order.id),
      (result) => result.__typename === 'OrderRefused',
      { everyMs: 500, withinMs: 25_000 },
    )
    expect(refused(limit).code).toBe('EXTENSION_LIMIT')
    const kept = await readOrder(buyer, order.id)
    expect(kept?.status).toBe('LOCKED')
    expect(Date.parse(kept?.expiresAt ?? '')).toBeLessThanOrEqual(cap)
  }, 40_000)

  test('the best seats are picked together, inside the lock', async () => {
    const { url, admin } = platform
    const [screening, buyer] = await Promise.all([schedule(admin, { rows: 4, seatsPerRow: 8 }), signUp(url)])

    const order = accepted(await createBestOrder(buyer, screening.id, 4))

    const tickets = await readTickets(buyer, screening.id)
    const picked = tickets.filter(({ status }) => status === 'LOCKED')
    expect(picked.map(({ id }) => id)).toEqual(order.tickets.map(({ id }) => id))
    expect(picked).toHaveLength(4)
    expect(new Set(picked.map(({ seat }) => seat.row)).size).toBe(1)
    const numbers = picked.map(({ seat }) => seat.number)
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(3)
  })

  test('every order stays in the list of its buyer, newest first, and in nobody else’s', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([schedule(admin), signUp(url), signUp(url)])
    const [a, b, c] = screening.ticketIds.map((id) => [id])
    const kept = accepted(await createOrder(buyer, screening.id, a ?? []))
    const cancelled = accepted(await createOrder(buyer, screening.id, b ?? []))
    await cancelOrder(buyer, cancelled.id)
    accepted(await createOrder(other, screening.id, c ?? []))
    const rejected = await createOrder(buyer, screening.id, c ?? [])

    const mine = await readMyOrders(buyer)

    expect(mine.map(({ id, status }) => [id, status])).toEqual([
      [rejected.order?.id, 'REJECTED'],
      [cancelled.id, 'CANCELLED'],
      [kept.id, 'LOCKED'],
    ])
    expect(mine[0]?.refusal?.code).toBe('SEATS_UNAVAILABLE')
    expect(await readOrder(other, kept.id)).toBeNull()
  })

  test('a seat shows its order to its buyer and to admins, and to nobody else', async () => {
    const { url, admin } = platform
    const [screening, buyer, other] = await Promise.all([schedule(admin), signUp(url), signUp(url)])
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1)))
    const text = 'query ($id: ID!) { seatMap(screeningId: $id) { tickets { order { id status } } } }'

    for (const [viewer, seen] of [
      [buyer, { id: order.id, status: 'LOCKED' }],
      [admin, { id: order.id, status: 'LOCKED' }],
      [other, null],
    ] as const) {
      const { seatMap } = await viewer.ask<{ seatMap: { tickets: { order: unknown }[] } }>(text, { id: screening.id })
      expect(seatMap.tickets[0]?.order).toEqual(seen)
    }
  })
})
