import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cancelOrder, createOrder, idOf, readOrder } from './testing/operations.js'
import { admin, buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'
import { ticket } from './testing/stand-in-tickets.js'

let orders: RunningOrders
const where = 's1'
const anna = buyer('anna')
const ids: string[] = []

beforeAll(async () => {
  orders = await startOrdersForSpecs()
  orders.tickets.add(where)
  for (const seat of ['A1', 'A2', 'A3', 'A4', 'A5']) ids.unshift(idOf(await createOrder(orders.ask, anna, where, [seat])))
  await cancelOrder(orders.ask, anna, ids[0] ?? '')
})
afterAll(() => orders.stop())

const pageShape = z.object({
  totalCount: z.number(),
  nodes: z.array(z.object({ id: z.string() })),
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})
const page = 'totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage endCursor }'

async function myOrders(variables: Record<string, unknown>, as: Parameters<RunningOrders['ask']>[2] = anna) {
  const query = `query ($status: OrderStatus, $first: Int, $after: String) { myOrders(status: $status, first: $first, after: $after) { ${page} } }`
  const answered = await orders.ask(query, variables, as)
  return { codes: answered.codes, errors: answered.errors, page: pageShape.nullable().parse(answered.data?.['myOrders'] ?? null) }
}

function entities(representations: readonly Record<string, unknown>[], fields: string, as: Parameters<RunningOrders['ask']>[2]) {
  return orders.ask(`query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`, { r: representations }, as)
}

describe('order', () => {
  test('is there for its buyer and for admins, and for nobody else', async () => {
    const [id = ''] = ids
    expect(await readOrder(orders.ask, anna, id)).toMatchObject({ id, user: { id: 'anna' } })
    expect(await readOrder(orders.ask, admin, id)).toMatchObject({ id })
    expect(await readOrder(orders.ask, buyer(), id)).toBeNull()
    expect(await readOrder(orders.ask, anna, 'nothing')).toBeNull()
    expect((await orders.ask('query ($id: ID!) { order(id: $id) { id } }', { id }, null)).codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('myOrders', () => {
  test('gives them newest first, page by page', async () => {
    const first = (await myOrders({ first: 2 })).page
    expect(first).toMatchObject({ totalCount: 5, nodes: ids.slice(0, 2).map((id) => ({ id })), pageInfo: { hasNextPage: true } })
    const second = (await myOrders({ first: 2, after: first?.pageInfo.endCursor })).page
    expect(second?.nodes.map(({ id }) => id)).toEqual(ids.slice(2, 4))
    const third = (await myOrders({ first: 2, after: second?.pageInfo.endCursor })).page
    expect(third).toMatchObject({ nodes: [{ id: ids[4] }], pageInfo: { hasNextPage: false } })
  })

  test('gives those of one status', async () => {
    expect((await myOrders({ status: 'CANCELLED' })).page).toMatchObject({ totalCount: 1, nodes: [{ id: ids[0] }] })
    expect((await myOrders({ status: 'EXPIRED' })).page).toMatchObject({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } })
  })

  test.each([[{ first: 0 }, 'first'], [{ first: 101 }, 'first'], [{ after: 'rubbish' }, 'after'], [{ after: 'WyJ4Il0' }, 'after']])('refuses %j', async (variables, field) => {
    const { codes, errors } = await myOrders(variables)
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]?.extensions['fields']).toHaveProperty(field)
  })

  test('needs a session', async () => {
    expect((await myOrders({}, null)).codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('entities', () => {
  test('orders are filled in for who may see them', async () => {
    const wanted = [...ids, 'nothing'].map((id) => ({ __typename: 'Order', id }))
    const seen = await entities(wanted, '... on Order { id status }', anna)
    expect(seen.data?.['_entities']).toMatchObject([...ids.map((id) => ({ id })), null])
    const others = await entities(wanted, '... on Order { id status }', buyer())
    expect(others.data?.['_entities']).toEqual(wanted.map(() => null))
    const nobody = await entities(wanted, '... on Order { id status }', null)
    expect(nobody.data?.['_entities']).toEqual(wanted.map(() => null))
  })

  test('a user\'s orders are for the user and for admins', async () => {
    const user = [{ __typename: 'User', id: 'anna' }]
    const fields = '... on User { orders(first: 1) { totalCount } }'
    for (const who of [anna, admin]) {
      expect((await entities(user, fields, who)).data?.['_entities']).toEqual([{ orders: { totalCount: 5 } }])
    }
    expect((await entities(user, fields, buyer())).codes).toEqual(['FORBIDDEN'])
    expect((await entities(user, fields, null)).codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('rule 16: screenings', () => {
  test('are asked of tickets once, and then kept', async () => {
    orders.tickets.add('s-asked')
    await createOrder(orders.ask, anna, 's-asked', ['A1'])
    await createOrder(orders.ask, anna, 's-asked', ['A2'])
    const another = await orders.start()
    await createOrder(another.ask, anna, 's-asked', ['A3'])
    await another.stop()
    expect(orders.tickets.questions.filter((id) => id === 's-asked')).toHaveLength(1)
  })

  test('that were heard of are not asked about', async () => {
    await orders.tickets.announce('screening.scheduled', {
      screeningId: 's-heard', startsAt: new Date(Date.now() + 60_000).toISOString(), lockSeconds: 60, maxTicketsPerOrder: 2, currency: 'EUR', seatLabels: ['A1', 'A2', 'A3'],
    })
    await expect.poll(() => orders.database.collection<{ _id: string }>('screenings').findOne({ _id: 's-heard' })).not.toBeNull()
    expect(await createOrder(orders.ask, anna, 's-heard', ['A1', 'A2', 'A3'])).toMatchObject({ refusal: 'TOO_MANY_TICKETS' })
    expect((await createOrder(orders.ask, anna, 's-heard', ['A1'])).order).toMatchObject({ tickets: [{ id: ticket('s-heard', 'A1') }] })
    expect(orders.tickets.questions).not.toContain('s-heard')
  })

  test('a cancellation that is heard of before the rest is kept', async () => {
    orders.tickets.add('s-cancelled')
    await orders.tickets.announce('screening.cancelled', { screeningId: 's-cancelled' })
    await expect.poll(() => orders.database.collection<{ _id: string }>('screenings').findOne({ _id: 's-cancelled' })).toMatchObject({ cancelled: true })
    expect((await createOrder(orders.ask, anna, 's-cancelled', ['A1'])).codes).toEqual([])
  })
})

test('tickets away: what must be asked of it is UNAVAILABLE, and nothing is made', async () => {
  const alone = await startOrdersForSpecs()
  await alone.broker.stop()
  expect((await createOrder(alone.ask, anna, 'somewhere', ['A1'])).codes).toEqual(['UNAVAILABLE'])
  expect(await alone.database.collection('orders').countDocuments()).toBe(0)
  await alone.stop()
})
