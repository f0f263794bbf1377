import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder, createOrder, extendOrder, idOf, readOrder, reserveOrder } from './testing/operations.js'
import { buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'

let orders: RunningOrders

beforeAll(async () => {
  orders = await startOrdersForSpecs()
})
afterAll(() => orders.stop())

async function locked(change: Parameters<RunningOrders['tickets']['add']>[1] = {}) {
  const [anna, where] = [buyer(), `s${crypto.randomUUID()}`]
  orders.tickets.add(where, change)
  return { anna, where, id: idOf(await createOrder(orders.ask, anna, where, ['A1', 'A2'])) }
}

async function expired() {
  const order = await locked()
  await orders.tickets.expire(order.id)
  await expect.poll(async () => (await readOrder(orders.ask, order.anna, order.id))?.status).toBe('EXPIRED')
  return order
}

async function rejected() {
  const { where } = await locked()
  const anna = buyer()
  return { anna, id: idOf(await createOrder(orders.ask, anna, where, ['A1'])) }
}

async function cancelled() {
  const order = await locked()
  await cancelOrder(orders.ask, order.anna, order.id)
  return order
}

async function reserved(change: Parameters<RunningOrders['tickets']['add']>[1] = {}) {
  const order = await locked(change)
  await reserveOrder(orders.ask, order.anna, order.id)
  return order
}

describe('reserveOrder', () => {
  test('makes the seats the buyer\'s for good', async () => {
    const { anna, id } = await locked()
    const { typename, order } = await reserveOrder(orders.ask, anna, id)
    expect(typename).toBe('OrderAccepted')
    expect(order).toMatchObject({ status: 'RESERVED', expiresAt: null, remainingSeconds: null, total: { amount: 2_500 } })
    expect(orders.tickets.holdOf(id)?.status).toBe('RESERVED')
  })

  test('of a RESERVED order gives it again, with the same key or another', async () => {
    const { anna, id } = await locked()
    const first = await reserveOrder(orders.ask, anna, id, 'k')
    expect(await reserveOrder(orders.ask, anna, id, 'k')).toEqual(first)
    expect(await reserveOrder(orders.ask, anna, id, 'other')).toMatchObject({ typename: 'OrderAccepted', order: { status: 'RESERVED' } })
    expect(orders.tickets.commandsOf(id)).toEqual(['order.created', 'order.reservation-requested'])
  })

  test('20 at once ask tickets once', async () => {
    const { anna, id } = await locked()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => reserveOrder(orders.ask, anna, id, 'k')))
    expect(outcomes.map(({ order }) => order?.status)).toEqual(Array.from({ length: 20 }, () => 'RESERVED'))
    expect(orders.tickets.commandsOf(id)).toEqual(['order.created', 'order.reservation-requested'])
  })

  test.each([
    ['EXPIRED', expired, 'LOCK_EXPIRED'],
    ['REJECTED', rejected, 'ALREADY_SETTLED'],
    ['CANCELLED', cancelled, 'ALREADY_SETTLED'],
  ])('of an %s order is refused', async (status, given, code) => {
    const { anna, id } = await given()
    expect(await reserveOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderRefused', refusal: code, order: { status } })
  })

  test('whose lock ends meanwhile is refused, and the order is EXPIRED', async () => {
    const { anna, id } = await locked()
    orders.tickets.heeds = (command) => command.type !== 'order.reservation-requested'
    const asked = reserveOrder(orders.ask, anna, id)
    await expect.poll(() => orders.tickets.commandsOf(id)).toContain('order.reservation-requested')
    await orders.tickets.expire(id)
    expect(await asked).toMatchObject({ refusal: 'LOCK_EXPIRED', order: { status: 'EXPIRED' } })
    orders.tickets.heeds = () => true
  })

  test('rule 15: a key that was used on another order is refused, and carries no order', async () => {
    const first = await locked()
    await reserveOrder(orders.ask, first.anna, first.id, 'k')
    orders.tickets.add('s-other')
    const second = idOf(await createOrder(orders.ask, first.anna, 's-other', ['A1']))
    const reused = { typename: 'OrderRefused', refusal: 'IDEMPOTENCY_KEY_REUSED', order: null }
    expect(await reserveOrder(orders.ask, first.anna, second, 'k')).toMatchObject(reused)
    expect((await reserveOrder(orders.ask, first.anna, second, 'k2')).order?.status).toBe('RESERVED')
  })

  test.each([['', 'BAD_USER_INPUT'], ['x'.repeat(101), 'BAD_USER_INPUT']])('refuses the key %j', async (key, code) => {
    const { anna, id } = await locked()
    const { codes, fields } = await reserveOrder(orders.ask, anna, id, key)
    expect(codes).toEqual([code])
    expect(fields).toHaveProperty('idempotencyKey')
  })
})

describe('cancelOrder', () => {
  test('gives up a lock', async () => {
    const { anna, id } = await locked()
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({
      typename: 'OrderAccepted',
      order: { status: 'CANCELLED', total: { amount: 2_500 }, history: [{}, {}, { status: 'CANCELLED', note: 'Cancelled by the buyer.' }] },
    })
    expect(orders.tickets.holdOf(id)).toBeUndefined()
  })

  test('of a CANCELLED order gives it again', async () => {
    const { anna, id } = await cancelled()
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'CANCELLED' } })
  })

  test.each([['EXPIRED', expired], ['REJECTED', rejected]])('of an %s order is refused', async (status, given) => {
    const { anna, id } = await given()
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ refusal: 'ALREADY_SETTLED', order: { status } })
  })

  test('rule 7: gives back reserved seats until the screening starts', async () => {
    const { anna, id } = await reserved()
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'CANCELLED' } })
  })

  test('rule 7: and not after that', async () => {
    const { anna, id } = await reserved({ startsAt: new Date(Date.now() - 1_000).toISOString() })
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ refusal: 'ALREADY_SETTLED', order: { status: 'RESERVED' } })
    expect(orders.tickets.commandsOf(id)).not.toContain('order.cancellation-requested')
  })

  test('rule 7: a cancellation that overtakes order.created is kept, and the lock that comes is let go', async () => {
    const [anna, where] = [buyer(), `s${crypto.randomUUID()}`]
    orders.tickets.add(where)
    let late: (() => Promise<void>) | undefined
    orders.tickets.says = async (event) => {
      if (event.type === 'seats.locked') late = () => orders.broker.publish(event)
      else await orders.broker.publish(event)
    }
    orders.tickets.heeds = (command) => command.type !== 'order.created'
    void createOrder(orders.ask, anna, where, ['A1'], 'k')
    await expect.poll(() => orders.tickets.commands.some(({ payload }) => payload.screeningId === where)).toBe(true)
    const id = orders.tickets.commands.find(({ payload }) => payload.screeningId === where)?.payload.orderId ?? ''

    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'CANCELLED' } })
    orders.tickets.heeds = () => true
    const created = orders.tickets.commands.find(({ payload }) => payload.orderId === id)
    if (created !== undefined) await orders.broker.publish(created)
    await expect.poll(() => late).toBeDefined()
    await late?.()

    await expect.poll(() => orders.tickets.holdOf(id)).toBeUndefined()
    expect(await readOrder(orders.ask, anna, id)).toMatchObject({ status: 'CANCELLED' })
    orders.tickets.says = (event) => orders.broker.publish(event)
  })
})

describe('extendOrder', () => {
  test('moves the end of the lock', async () => {
    const { anna, id } = await locked()
    const before = (await readOrder(orders.ask, anna, id))?.expiresAt ?? ''
    const { typename, order } = await extendOrder(orders.ask, anna, id)
    expect(typename).toBe('OrderAccepted')
    expect(Date.parse(order?.expiresAt ?? '')).toBeGreaterThan(Date.parse(before))
    expect(order?.history.at(-1)).toMatchObject({ status: 'LOCKED', note: 'The lock was extended.' })
  })

  test('rule 8: beyond the limit is refused, and the order stays LOCKED', async () => {
    const { anna, id } = await locked()
    for (let times = 0; times < 3; times += 1) await extendOrder(orders.ask, anna, id)
    const refused = await extendOrder(orders.ask, anna, id)
    expect(refused).toMatchObject({ typename: 'OrderRefused', refusal: 'EXTENSION_LIMIT', order: { status: 'LOCKED', refusal: null } })
  })

  test.each([
    ['EXPIRED', expired, 'LOCK_EXPIRED'],
    ['REJECTED', rejected, 'ALREADY_SETTLED'],
    ['CANCELLED', cancelled, 'ALREADY_SETTLED'],
    ['RESERVED', reserved, 'ALREADY_SETTLED'],
  ])('of an %s order is refused', async (status, given, code) => {
    const { anna, id } = await given()
    expect(await extendOrder(orders.ask, anna, id)).toMatchObject({ refusal: code, order: { status } })
  })
})

describe('another\'s order looks like no order at all', () => {
  test.each([
    ['reserveOrder', reserveOrder],
    ['cancelOrder', cancelOrder],
    ['extendOrder', extendOrder],
  ])('%s', async (_name, mutate) => {
    const { id } = await locked()
    expect((await mutate(orders.ask, buyer(), id)).codes).toEqual(['NOT_FOUND'])
    expect((await mutate(orders.ask, buyer(), 'nothing')).codes).toEqual(['NOT_FOUND'])
    expect((await mutate(orders.ask, null, id)).codes).toEqual(['UNAUTHENTICATED'])
    expect(orders.tickets.commandsOf(id)).toEqual(['order.created'])
  })
})
