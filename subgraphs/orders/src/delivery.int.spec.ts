import { randomUUID } from 'node:crypto'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent } from '@mov-ticket/shared-events'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createOrderBook } from './booking/order-book.js'
import { openOrderStore } from './store/order-store.js'
import { orderIdOf } from './store/order-id.js'
import { cancelOrder, createOrder, extendOrder, idOf, readOrder, reserveOrder } from './testing/operations.js'
import { buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'
import { ticket } from './testing/stand-in-tickets.js'

let orders: RunningOrders

beforeAll(async () => {
  orders = await startOrdersForSpecs({ waitMs: 500 })
})
afterAll(() => orders.stop())
afterEach(() => {
  orders.tickets.heeds = () => true
  orders.tickets.says = (event) => orders.broker.publish(event)
})

function screening(change: Parameters<RunningOrders['tickets']['add']>[1] = {}): string {
  const id = `s${randomUUID()}`
  orders.tickets.add(id, change)
  return id
}

async function eventually(anna: ReturnType<typeof buyer>, id: string, status: string): Promise<void> {
  await expect.poll(async () => (await readOrder(orders.ask, anna, id))?.status, { timeout: 15_000 }).toBe(status)
}

/** One more process, whose clock is 11 s ahead: what is 10 s late for it was just asked for. */
async function whileAsking(work: () => Promise<void>): Promise<void> {
  const asking = await orders.start({ now: () => new Date(Date.now() + 11_000) })
  try {
    await work()
  } finally {
    await asking.stop()
  }
}

describe('rule 13: nothing waits for ever on a message', () => {
  test('a PENDING order asks with all of order.created', async () => {
    const [anna, where] = [buyer(), screening()]
    orders.tickets.heeds = ({ type }) => type !== 'order.created'
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1', 'A2']))
    await whileAsking(() => eventually(anna, id, 'LOCKED'))
    const asked = orders.tickets.commands.find(({ type, payload }) => type === 'order.outcome-requested' && payload.orderId === id)
    expect(asked?.payload).toMatchObject({ created: { orderId: id, wish: { ticketIds: [ticket(where, 'A1'), ticket(where, 'A2')] } }, requests: [] })
  })

  test('a request that is not answered is asked about', async () => {
    const [anna, where] = [buyer(), screening()]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    orders.tickets.heeds = ({ type }) => type !== 'order.reservation-requested'
    await reserveOrder(orders.ask, anna, id)
    await whileAsking(() => eventually(anna, id, 'RESERVED'))
    const asked = orders.tickets.commands.find(({ type, payload }) => type === 'order.outcome-requested' && payload.orderId === id)
    expect(asked?.payload).toMatchObject({ created: null, requests: [{ kind: 'RESERVE' }] })
  })

  test('a LOCKED order whose release was lost learns that it holds nothing, and locks nothing anew', async () => {
    const [anna, where] = [buyer(), screening({ lockSeconds: 1 })]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    orders.tickets.says = async () => undefined
    await orders.tickets.expire(id)
    orders.tickets.says = (event) => orders.broker.publish(event)
    await whileAsking(() => eventually(anna, id, 'EXPIRED'))
    expect(orders.tickets.holdOf(id)).toBeUndefined()
  })

  test('two processes that ask at once send one question', async () => {
    const [anna, where] = [buyer(), screening()]
    orders.tickets.heeds = () => false
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    await whileAsking(() => whileAsking(async () => {
      await expect.poll(() => orders.tickets.commandsOf(id)).toContain('order.outcome-requested')
    }))
    expect(orders.tickets.commandsOf(id).filter((type) => type === 'order.outcome-requested')).toHaveLength(1)
  })
})

describe('a crash between the write and its publish', () => {
  test('the order is announced by whoever finds it left behind', async () => {
    const [anna, where] = [buyer(), screening()]
    const store = await openOrderStore(orders.database)
    // A process that dies right after its write: nothing is published, nothing is rung.
    const dying = createOrderBook({
      store,
      relay: { publish: () => true, confirmed: () => [], dropped: () => undefined },
      doorbell: { ring: () => undefined },
      written: () => undefined,
      now: () => new Date(),
    })
    const id = orderIdOf(anna.userId, 'createOrder', 'k')
    const wish = { kind: 'TICKETS' as const, ticketIds: [ticket(where, 'A1')] }
    await dying.place(
      { id, buyerId: anna.userId, screeningId: where, startsAt: new Date(Date.now() + 60_000), wish, createdAt: new Date() },
      { mutation: 'createOrder', idempotencyKey: 'k' },
    )
    await eventually(anna, id, 'LOCKED')

    await dying.handle(id, { type: 'CANCEL', requestId: randomUUID() })
    await eventually(anna, id, 'CANCELLED')
    expect((await createOrder(orders.ask, anna, where, ['A1'], 'k')).order).toMatchObject({ id, status: 'CANCELLED' })
  })

  test('what was published leaves the document, with the next write or by itself, and does not come again', async () => {
    const [anna, where] = [buyer(), screening()]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
    const stored = orders.database.collection<{ _id: string }>('orders')
    await expect.poll(() => stored.findOne({ _id: id, pendingEvents: {}, pendingSince: { $exists: false } }), { timeout: 15_000 }).not.toBeNull()
    expect(orders.tickets.commandsOf(id)).toEqual(['order.created'])
    expect((await readOrder(orders.ask, anna, id))?.version).toBe(2)
  })
})

describe('announcements that come twice and in any order', () => {
  test('lead to the same orders', async () => {
    const held: AnyEvent[] = []
    orders.tickets.says = async (event) => {
      held.push(event)
      await orders.broker.publish(event)
    }
    const bookings = await Promise.all(Array.from({ length: 10 }, async (_, index) => {
      const [anna, where] = [buyer(), screening()]
      const id = idOf(await createOrder(orders.ask, anna, where, ['A1']))
      await extendOrder(orders.ask, anna, id)
      await expect.poll(async () => (await readOrder(orders.ask, anna, id))?.history.length).toBe(3)
      if (index % 2 === 0) {
        await reserveOrder(orders.ask, anna, id)
        await eventually(anna, id, 'RESERVED')
      }
      if (index % 3 === 0) {
        await cancelOrder(orders.ask, anna, id)
        await eventually(anna, id, 'CANCELLED')
      }
      return { anna, id, before: await readOrder(orders.ask, anna, id) }
    }))

    const again = [...held, ...held].toSorted(() => Math.random() - 0.5)
    await Promise.all(again.map((event) => orders.broker.publish(event)))
    // What comes last is behind all of it.
    const [anna, where] = [buyer(), screening()]
    expect((await createOrder(orders.ask, anna, where, ['A1'])).order?.status).toBe('LOCKED')
    for (const booking of bookings) {
      const { remainingSeconds: _, ...before } = booking.before ?? {}
      expect(await readOrder(orders.ask, booking.anna, booking.id)).toMatchObject(before)
    }
  })

  test('order and ticket agree when everything is asked at once, in two processes', async () => {
    const other = await orders.start({ waitMs: 5_000 })
    const bookings = await Promise.all(Array.from({ length: 20 }, async () => {
      const [anna, where] = [buyer(), screening()]
      const id = idOf(await createOrder(other.ask, anna, where, ['A1', 'A2']))
      await Promise.all([
        extendOrder(orders.ask, anna, id), reserveOrder(other.ask, anna, id), extendOrder(other.ask, anna, id),
        Math.random() < 0.5 ? cancelOrder(orders.ask, anna, id) : reserveOrder(orders.ask, anna, id),
      ])
      return { anna, id }
    }))
    for (const { anna, id } of bookings) {
      await expect.poll(async () => (await readOrder(other.ask, anna, id))?.status).toBe(orders.tickets.holdOf(id)?.status ?? 'CANCELLED')
    }
    await other.stop()
  })
})

describe('an announcement about an order that is not in the database', () => {
  test('a lock is let go', async () => {
    const where = screening()
    const wish = { kind: 'TICKETS' as const, ticketIds: [ticket(where, 'A1')] }
    const lost = { orderId: randomUUID(), screeningId: where, buyerId: 'anna', wish, createdAt: new Date().toISOString() }
    await orders.broker.publish(createEvent('order.created', lost, { aggregateId: lost.orderId, aggregateVersion: 1, now: new Date() }))
    await expect.poll(() => orders.tickets.commandsOf(lost.orderId)).toEqual(['order.created', 'order.cancellation-requested'])
    expect(orders.tickets.holdOf(lost.orderId)).toBeUndefined()
  })
})
