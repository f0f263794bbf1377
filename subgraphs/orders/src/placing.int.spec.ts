import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create, createBestOrder, createOrder, idOf, readOrder } from './testing/operations.js'
import { buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'
import { ticket } from './testing/stand-in-tickets.js'

let orders: RunningOrders

beforeAll(async () => {
  orders = await startOrdersForSpecs()
})
afterAll(() => orders.stop())

function screening(): string {
  const id = `s${crypto.randomUUID()}`
  orders.tickets.add(id)
  return id
}

describe('createOrder', () => {
  test('locks the seats and waits until they are', async () => {
    const [anna, where] = [buyer(), screening()]

    const { typename, order } = await createOrder(orders.ask, anna, where, ['A3', 'A1', 'A2'])

    expect(typename).toBe('OrderAccepted')
    expect(order).toMatchObject({
      status: 'LOCKED',
      version: 2,
      user: { id: anna.userId },
      screening: { id: where },
      tickets: ['A1', 'A2', 'A3'].map((label) => ({ id: ticket(where, label) })),
      total: { amount: 3_750, currency: 'EUR' },
      refusal: null,
      history: [{ status: 'PENDING', note: null }, { status: 'LOCKED', note: null }],
    })
    expect(order?.remainingSeconds).toBeGreaterThan(170)
    expect(order?.expiresAt).toBe(orders.tickets.holdOf(order?.id ?? '')?.lockedUntil.toISOString())
  })

  test('tells exactly which tickets were not free; the refused order stays visible', async () => {
    const where = screening()
    await createOrder(orders.ask, buyer(), where, ['A2', 'A3'])
    const bert = buyer()

    const refused = await createOrder(orders.ask, bert, where, ['A1', 'A2', 'A3'])

    const gone = [ticket(where, 'A2'), ticket(where, 'A3')]
    expect(refused).toMatchObject({ typename: 'OrderRefused', refusal: 'SEATS_UNAVAILABLE', refusedTickets: gone })
    expect(await readOrder(orders.ask, bert, idOf(refused))).toMatchObject({
      status: 'REJECTED',
      refusal: { code: 'SEATS_UNAVAILABLE', tickets: gone.map((id) => ({ id })) },
      tickets: ['A1', 'A2', 'A3'].map((label) => ({ id: ticket(where, label) })),
      total: null,
      expiresAt: null,
      history: [{ status: 'PENDING' }, { status: 'REJECTED' }],
    })
  })

  test('lets tickets pick the best seats', async () => {
    const where = screening()
    const { order } = await createBestOrder(orders.ask, buyer(), { screeningId: where, count: 2, idempotencyKey: 'k' })
    expect(order).toMatchObject({ status: 'LOCKED', tickets: ['A1', 'A2'].map((label) => ({ id: ticket(where, label) })) })
  })

  test('400 at once all get their outcome', async () => {
    const screenings = Array.from({ length: 100 }, screening)
    const asked = screenings.flatMap((where) => ['A1', 'A2', 'A3', 'A4'].map((seat) => createOrder(orders.ask, buyer(), where, [seat])))
    const statuses = (await Promise.all(asked)).map(({ order }) => order?.status)
    expect(statuses).toEqual(Array.from({ length: 400 }, () => 'LOCKED'))
  })
})

describe('what makes no sense makes no order', () => {
  const key = 'k'
  const long = Array.from({ length: 1_000 }, (_, index) => `s.${index}`)

  test.each([
    ['an unknown screening', () => ({ screeningId: 'nowhere', ticketIds: ['x'] }), 'NOT_FOUND', null],
    ['an id that can be none', () => ({ screeningId: 'x'.repeat(300), ticketIds: ['x'] }), 'NOT_FOUND', null],
    ['an empty id', () => ({ screeningId: '', ticketIds: ['x'] }), 'NOT_FOUND', null],
    ['no tickets', (where: string) => ({ screeningId: where, ticketIds: [] }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['unknown tickets', (where: string) => ({ screeningId: where, ticketIds: [ticket(where, 'Z9')] }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['no ticket ids', (where: string) => ({ screeningId: where, ticketIds: ['rubbish'] }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['foreign tickets', (where: string) => ({ screeningId: where, ticketIds: [ticket('s2', 'A1')] }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['a ticket twice', (where: string) => ({ screeningId: where, ticketIds: [ticket(where, 'A1'), ticket(where, 'A1')] }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['1,000 unknown tickets', (where: string) => ({ screeningId: where, ticketIds: long }), 'BAD_USER_INPUT', 'input.ticketIds'],
    ['no key', (where: string) => ({ screeningId: where, ticketIds: [ticket(where, 'A1')], idempotencyKey: '' }), 'BAD_USER_INPUT', 'input.idempotencyKey'],
    ['a long key', (where: string) => ({ screeningId: where, ticketIds: [ticket(where, 'A1')], idempotencyKey: 'x'.repeat(101) }), 'BAD_USER_INPUT', 'input.idempotencyKey'],
  ])('%s', async (_what, input, code, field) => {
    const where = screening()
    const before = orders.tickets.commands.length
    const { codes, fields } = await create(orders.ask, buyer(), { idempotencyKey: key, ...input(where) })
    expect(codes).toEqual([code])
    expect(Object.keys(fields ?? {})).toEqual(field === null ? [] : [field])
    expect(orders.tickets.commands).toHaveLength(before)
  })

  test('nobody signed in', async () => {
    expect((await createOrder(orders.ask, null, screening(), ['A1'])).codes).toEqual(['UNAUTHENTICATED'])
  })

  test.each([0, -1])('%i best seats', async (count) => {
    const { codes, fields } = await createBestOrder(orders.ask, buyer(), { screeningId: screening(), count, idempotencyKey: key })
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(fields).toHaveProperty(['input.count'])
  })

  test('more than the maximum is refused', async () => {
    const where = screening()
    const refused = { typename: 'OrderRefused', refusal: 'TOO_MANY_TICKETS', order: null }
    expect(await createOrder(orders.ask, buyer(), where, ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'])).toMatchObject(refused)
    expect(await createBestOrder(orders.ask, buyer(), { screeningId: where, count: 7, idempotencyKey: key })).toMatchObject(refused)
  })
})

describe('rule 15: idempotency keys', () => {
  test('50 calls at once with one key make one order', async () => {
    const [anna, where] = [buyer(), screening()]
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => createOrder(orders.ask, anna, where, ['A1', 'A2'], 'once')))
    const ids = new Set(outcomes.map(idOf))
    expect(ids.size).toBe(1)
    expect(outcomes.every(({ order }) => order?.status === 'LOCKED')).toBe(true)
    expect(orders.tickets.commandsOf([...ids][0] ?? '')).toEqual(['order.created'])
  })

  test('the order in which tickets are named does not matter', async () => {
    const [anna, where] = [buyer(), screening()]
    const first = await createOrder(orders.ask, anna, where, ['A1', 'A2'], 'k')
    const again = await createOrder(orders.ask, anna, where, ['A2', 'A1'], 'k')
    expect(idOf(again)).toBe(idOf(first))
  })

  test('the same key with another input is refused, and carries no order', async () => {
    const [anna, where] = [buyer(), screening()]
    await createOrder(orders.ask, anna, where, ['A1'], 'k')
    const reused = { typename: 'OrderRefused', refusal: 'IDEMPOTENCY_KEY_REUSED', order: null }
    expect(await createOrder(orders.ask, anna, where, ['A2'], 'k')).toMatchObject(reused)
    expect(await createOrder(orders.ask, anna, screening(), ['A1'], 'k')).toMatchObject(reused)
    expect(await createOrder(orders.ask, anna, where, ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'], 'k')).toMatchObject(reused)
    expect(await createOrder(orders.ask, anna, 'nowhere', ['A1'], 'k')).toMatchObject(reused)
  })

  test('another buyer, and another mutation, may use the same key', async () => {
    const [anna, where] = [buyer(), screening()]
    const first = await createOrder(orders.ask, anna, where, ['A1'], 'k')
    const other = await createOrder(orders.ask, buyer(), where, ['A2'], 'k')
    const best = await createBestOrder(orders.ask, anna, { screeningId: where, count: 1, idempotencyKey: 'k' })
    expect(new Set([first, other, best].map(idOf)).size).toBe(3)
  })

  test('a repeated call gives the order as it is now, whatever became of it', async () => {
    const [anna, where] = [buyer(), screening()]
    const id = idOf(await createOrder(orders.ask, anna, where, ['A1'], 'k'))
    await orders.tickets.expire(id)
    await expect.poll(async () => (await createOrder(orders.ask, anna, where, ['A1'], 'k')).order?.status).toBe('EXPIRED')
  })

  test('a refused order is refused again', async () => {
    const [anna, where] = [buyer(), screening()]
    await createOrder(orders.ask, buyer(), where, ['A1'])
    const first = await createOrder(orders.ask, anna, where, ['A1'], 'k')
    expect(await createOrder(orders.ask, anna, where, ['A1'], 'k')).toEqual(first)
  })
})
