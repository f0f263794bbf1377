import { createEvent } from '@mov-ticket/shared-events'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cancelOrder, createOrder, extendOrder, idOf, readOrder, reserveOrder } from './testing/operations.js'
import { buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'

let orders: RunningOrders

beforeAll(async () => {
  orders = await startOrdersForSpecs({ waitMs: 400 })
})
afterAll(() => orders.stop())
afterEach(() => {
  orders.tickets.heeds = () => true
  orders.tickets.says = (event) => orders.broker.publish(event)
})

function screening(): string {
  const id = `s${crypto.randomUUID()}`
  orders.tickets.add(id)
  return id
}

describe('rule 14: waiting is looking', () => {
  test('an order whose outcome does not come in time is given as it is, PENDING', async () => {
    const where = screening()
    orders.tickets.heeds = () => false
    expect(await createOrder(orders.ask, buyer(), where, ['A1'])).toMatchObject({
      typename: 'OrderAccepted',
      order: { status: 'PENDING', tickets: [{}], total: null, expiresAt: null, remainingSeconds: null },
    })
  })

  test('the same call once more waits like the first, and gives the outcome that came meanwhile', async () => {
    const [anna, where] = [buyer(), screening()]
    orders.tickets.heeds = () => false
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1'], 'k'))
    orders.tickets.heeds = () => true
    const again = createOrder(orders.ask, anna, where, ['A1'], 'k')
    const created = orders.tickets.commands.find(({ payload }) => payload.orderId === id)
    if (created !== undefined) await orders.broker.publish(created)
    expect((await again).order).toMatchObject({ id, status: 'LOCKED' })
  })

  test('reserve and extend wait for the lock of a PENDING order first', async () => {
    const [anna, where] = [buyer(), screening()]
    orders.tickets.heeds = () => false
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1'], 'k'))
    expect(await reserveOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'PENDING' } })
    expect(await extendOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'PENDING' } })
    expect(orders.tickets.commandsOf(id)).toEqual(['order.created'])

    orders.tickets.heeds = () => true
    const reserving = reserveOrder(orders.ask, anna, id)
    const created = orders.tickets.commands.find(({ payload }) => payload.orderId === id)
    if (created !== undefined) await orders.broker.publish(created)
    expect((await reserving).order?.status).toBe('RESERVED')
  })

  test('a change that is not answered in time gives the order as it is', async () => {
    const [anna, where] = [buyer(), screening()]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    orders.tickets.heeds = () => false
    expect(await reserveOrder(orders.ask, anna, id, 'k')).toMatchObject({ typename: 'OrderAccepted', order: { status: 'LOCKED' } })
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted', order: { status: 'LOCKED' } })
  })

  test('extend and reserve at once are both answered', async () => {
    const patient = await startOrdersForSpecs({ waitMs: 10_000 })
    try {
      const [anna, where] = [buyer(), `s${crypto.randomUUID()}`]
      patient.tickets.add(where)
      const id = idOf(await createOrder(patient.ask, anna, where, ['A1']))
      const [extended, reserved] = await Promise.all([extendOrder(patient.ask, anna, id), reserveOrder(patient.ask, anna, id)])
      expect(reserved.order?.status).toBe('RESERVED')
      expect(extended.typename).not.toBeNull()
      const stored = await patient.database.collection<{ _id: string }>('orders').findOne({ _id: id })
      expect(stored).toMatchObject({ openRequests: [] })
    } finally {
      await patient.stop()
    }
  })

  test('a change that another process wrote wakes the one who waits here', async () => {
    const patient = await startOrdersForSpecs({ waitMs: 10_000 })
    const other = await patient.start({ waitMs: 10_000 })
    try {
      const where = `s${crypto.randomUUID()}`
      patient.tickets.add(where)
      // Of 20 orders placed in each process about half are announced to the other one.
      const placed = [patient.ask, other.ask].flatMap((ask) => Array.from({ length: 20 }, () => createOrder(ask, buyer(), where, ['A1'])))
      const statuses = (await Promise.all(placed)).map(({ order }) => order?.status)
      expect(statuses.filter((status) => status === 'LOCKED')).toHaveLength(1)
      expect(statuses.filter((status) => status === 'REJECTED')).toHaveLength(39)
    } finally {
      await other.stop()
      await patient.stop()
    }
  })

  test('a lost ring costs a moment: the order is read again in any case', async () => {
    const [anna, where] = [buyer(), screening()]
    orders.tickets.heeds = () => false
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1'], 'k'))
    const again = createOrder(orders.ask, anna, where, ['A1'], 'k')
    // Written behind everybody's back, so nobody rings.
    await orders.database.collection<{ _id: string }>('orders').updateOne({ _id: id }, { $set: { status: 'CANCELLED' }, $inc: { version: 1 } })
    expect((await again).order?.status).toBe('CANCELLED')
  })
})

describe('a screening that was cancelled', () => {
  test('makes reserved and locked orders CANCELLED, with a note', async () => {
    const [anna, where] = [buyer(), screening()]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    await reserveOrder(orders.ask, anna, id)
    const state = { ...orders.tickets.stateOf(id, where), sequence: 100, status: 'NONE' as const, tickets: [] }
    const released = { ...state, requestId: null, reason: 'SCREENING_CANCELLED' as const }
    await orders.broker.publish(createEvent('seats.released', released, { aggregateId: where, aggregateVersion: 100, now: new Date() }))
    await expect.poll(() => readOrder(orders.ask, anna, id)).toMatchObject({ status: 'CANCELLED', total: { amount: 1_250 } })
    expect((await readOrder(orders.ask, anna, id))?.history.at(-1)?.note).toBe('The screening was cancelled.')
    expect(await cancelOrder(orders.ask, anna, id)).toMatchObject({ typename: 'OrderAccepted' })
  })
})
