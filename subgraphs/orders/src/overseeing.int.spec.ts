import type { Identity } from '@mov-ticket/service-kit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ordersOn } from './store/order-document.js'
import { documentOf } from './store/stored-order.js'
import { livedOrder } from './testing/lived-order.js'
import type { News } from './testing/lived-order.js'
import { cancelOrder, createOrder, idOf, readOrder, reserveOrder } from './testing/operations.js'
import { admin, buyer, startOrdersForSpecs } from './testing/running-orders.js'
import type { RunningOrders } from './testing/running-orders.js'
import { ticket } from './testing/stand-in-tickets.js'
import { after, T0 } from './testing/tickets-said.js'

/*
 * What administrators see of all orders: who held a seat, what happened at a screening, what came of it.
 */

let orders: RunningOrders
/** A process whose clock is past all that is stored below. */
let evening: Awaited<ReturnType<RunningOrders['start']>>
beforeAll(async () => {
  orders = await startOrdersForSpecs()
  evening = await orders.start({ now: () => after(86_400_000) })
})
afterAll(async () => {
  await evening.stop()
  await orders.stop()
})

const anna = buyer('anna')
const iso = (ms: number) => after(ms).toISOString()
const euros = (amount: number) => ({ amount, currency: 'EUR' })

const historyQuery = `query ($id: ID!, $first: Int, $after: String) {
  ticketHistory(ticketId: $id, first: $first, after: $after) {
    totalCount nodes { from reservedAt to status ending order { id user { id } } } edges { cursor } pageInfo { hasNextPage endCursor }
  }
}`
const activityQuery = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $step: Int!) {
  screeningActivity(screeningId: $id, from: $from, to: $to, stepSeconds: $step) {
    screening { id }
    steps { from to ordersPlaced locks reservations refusals cancellations expiries lockedSeats reservedSeats revenue { amount currency } }
  }
}`
const salesQuery = `query ($r: [_Any!]!) {
  _entities(representations: $r) {
    ... on Screening { sales { ordersPlaced refusals cancellations expiries lockedSeats reservedSeats revenue { amount currency } } }
  }
}`

const historyOf = (id: string, page: Record<string, unknown> = {}, as: Identity = admin) => orders.ask(historyQuery, { id, ...page }, as)
const activityOf = (id: string, from: Date, to: Date, step: number, as: Identity = admin) => {
  return evening.ask(activityQuery, { id, from: from.toISOString(), to: to.toISOString(), step }, as)
}
const salesOf = (ids: readonly string[], as: Identity = admin) => {
  return orders.ask(salesQuery, { r: ids.map((id) => ({ __typename: 'Screening', id })) }, as)
}

/** Orders as they were stored long ago: placed so many milliseconds after T0, each with these seats of the screening. */
async function stored(screeningId: string, lives: readonly { id: string; placed?: number; seats?: readonly string[]; news: readonly News[] }[]): Promise<void> {
  orders.tickets.add(screeningId)
  const documents = lives.map(({ id, placed = 0, seats = ['A1'], news }) => {
    const tickets = seats.map((seat) => ({ ticketId: ticket(screeningId, seat), price: { amount: 1_250, currency: 'EUR' } }))
    const told = news.map(([type, ms, more]): News => [type, ms, type === 'seats.refused' || type === 'seats.released' ? { ...more } : { tickets, ...more }])
    const order = livedOrder({ id: `${screeningId}-${id}`, screeningId, createdAt: after(placed) }, ...told)
    const placedWith = { mutation: 'createOrder', idempotencyKey: id } as const
    // Nobody asks for their outcome: they are as they are.
    const { outcomeDueAt: _, ...document } = documentOf({ order, version: 3, eventCount: 1, placedWith, pendingEvents: {} }, T0)
    return document
  })
  await ordersOn(orders.database).insertMany(documents)
}

describe('who may ask', () => {
  test.each([
    ['ticketHistory', () => historyOf('s.QTE', {}, anna), () => historyOf('s.QTE', {}, null)],
    ['screeningActivity', () => activityOf('s', T0, after(1), 1, anna), () => activityOf('s', T0, after(1), 1, null)],
    ['Screening.sales', () => salesOf(['s'], anna), () => salesOf(['s'], null)],
  ])('%s is for admins only', async (_name, asBuyer, asNobody) => {
    expect((await asBuyer()).codes).toEqual(['FORBIDDEN'])
    expect((await asNobody()).codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe('ticketHistory', () => {
  test('tells who held the seat, from when to when, and how it ended: the latest first', async () => {
    orders.tickets.add('s-live')
    const [bea, cleo] = [buyer('bea'), buyer('cleo')]
    const first = idOf(await createOrder(orders.ask, anna, 's-live', ['A1', 'A2']))
    expect(await createOrder(orders.ask, bea, 's-live', ['A2'])).toMatchObject({ refusal: 'SEATS_UNAVAILABLE' })
    await orders.tickets.expire(first)
    await expect.poll(() => readOrder(orders.ask, anna, first)).toMatchObject({ status: 'EXPIRED' })
    const second = idOf(await createOrder(orders.ask, bea, 's-live', ['A2']))
    await cancelOrder(orders.ask, bea, second)
    const third = idOf(await createOrder(orders.ask, cleo, 's-live', ['A2', 'A3']))
    await reserveOrder(orders.ask, cleo, third)

    const { data } = await historyOf(ticket('s-live', 'A2'))
    const { nodes } = listShape.parse(data?.['ticketHistory'])
    expect(data).toMatchObject({
      ticketHistory: {
        totalCount: 3,
        nodes: [
          { status: 'RESERVED', to: null, ending: null, reservedAt: expect.any(String), order: { id: third, user: { id: 'cleo' } } },
          { status: 'CANCELLED', to: expect.any(String), ending: 'GIVEN_UP', reservedAt: null, order: { id: second, user: { id: 'bea' } } },
          { status: 'EXPIRED', to: expect.any(String), ending: 'TIME_UP', reservedAt: null, order: { id: first, user: { id: 'anna' } } },
        ],
      },
    })
    const times = nodes.toReversed().flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    expect(times).toEqual(times.toSorted((one, other) => one.localeCompare(other)))
    expect((await historyOf(ticket('s-live', 'A3'))).data).toMatchObject({ ticketHistory: { totalCount: 1 } })
    expect((await historyOf(ticket('s-live', 'A4'))).data).toMatchObject({ ticketHistory: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } })
  })

  test('has the times of tickets, and comes page by page', async () => {
    await stored('s-paged', [
      { id: 'a', news: [['seats.locked', 10], ['seats.released', 20]] },
      { id: 'refused', news: [['seats.refused', 12]] },
      // Placed before the one below, and locked after it.
      { id: 'c', placed: 21, news: [['seats.locked', 40], ['seats.reserved', 50], ['seats.released', 60, { reason: 'CANCELLED' }]] },
      { id: 'b', placed: 22, news: [['seats.locked', 30], ['seats.released', 35, { reason: 'CANCELLED' }]] },
      { id: 'd', placed: 70, news: [['seats.locked', 80]] },
      { id: 'elsewhere', placed: 70, seats: ['A2'], news: [['seats.locked', 80]] },
      { id: 'given-up', placed: 90, news: [['seats.released', 95, { reason: 'CANCELLED' }]] },
    ])
    const seen: unknown[] = []
    let cursor: string | null = null
    do {
      const { data } = await historyOf(ticket('s-paged', 'A1'), { first: 3, after: cursor })
      const page = listShape.parse(data?.['ticketHistory'])
      seen.push(...page.nodes.map(({ order, from, reservedAt, to, status }) => [order.id.slice(-1), from, reservedAt, to, status]))
      expect(page.totalCount).toBe(4)
      cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (cursor !== null)
    expect(seen).toEqual([
      ['d', iso(80), null, null, 'LOCKED'],
      ['c', iso(40), iso(50), iso(60), 'CANCELLED'],
      ['b', iso(30), null, iso(35), 'CANCELLED'],
      ['a', iso(10), null, iso(20), 'EXPIRED'],
    ])
  })

  test('is null for a ticket that nobody knows', async () => {
    orders.tickets.add('s-known')
    for (const id of ['', 'none', 'no-screening.QTE', ticket('s-known', 'Z99'), `s-known.${'x'.repeat(300)}`, 's-known.QTE=']) {
      expect((await historyOf(id)).data).toEqual({ ticketHistory: null })
    }
  })

  test.each([[{ first: 0 }, 'first'], [{ first: 101 }, 'first'], [{ after: 'rubbish' }, 'after'], [{ after: 'WyJ4Il0' }, 'after']])('refuses %j', async (page, field) => {
    const { codes, errors } = await historyOf('s-known.QTE', page)
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]?.extensions['fields']).toHaveProperty(field)
  })
})

const listShape = z.object({
  totalCount: z.number(),
  nodes: z.array(z.object({ from: z.string(), reservedAt: z.string().nullable(), to: z.string().nullable(), status: z.string(), order: z.object({ id: z.string() }) })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})

describe('screeningActivity', () => {
  const none = { ordersPlaced: 0, locks: 0, reservations: 0, refusals: 0, cancellations: 0, expiries: 0 }

  test('tells step by step what happened, and what was held at the end of each', async () => {
    await stored('s-active', [
      { id: 'sold', seats: ['A1', 'A2'], news: [['seats.locked', 100], ['seats.reserved', 1_000]] },
      { id: 'expired', seats: ['A3'], placed: 900, news: [['seats.locked', 999], ['seats.released', 2_000]] },
      { id: 'refused', placed: 1_500, news: [['seats.refused', 1_600]] },
      { id: 'returned', seats: ['A4'], placed: 200, news: [['seats.locked', 300], ['seats.reserved', 400], ['seats.released', 2_999, { reason: 'CANCELLED' }]] },
      { id: 'open', placed: 2_100, news: [] },
      { id: 'later', seats: ['A5'], placed: 3_000, news: [['seats.locked', 3_001]] },
    ])
    const { data } = await activityOf('s-active', T0, after(3_000), 1)
    expect(data).toEqual({
      screeningActivity: {
        screening: { id: 's-active' },
        steps: [
          { from: iso(0), to: iso(1_000), ...none, ordersPlaced: 3, locks: 3, reservations: 1, lockedSeats: 3, reservedSeats: 1, revenue: euros(1_250) },
          { from: iso(1_000), to: iso(2_000), ...none, ordersPlaced: 1, reservations: 1, refusals: 1, lockedSeats: 1, reservedSeats: 3, revenue: euros(3_750) },
          { from: iso(2_000), to: iso(3_000), ...none, ordersPlaced: 1, expiries: 1, cancellations: 1, lockedSeats: 0, reservedSeats: 2, revenue: euros(2_500) },
        ],
      },
    })
    // What began before, and ended within or not at all, is in what was held.
    expect((await activityOf('s-active', after(2_500), after(2_999), 1)).data).toMatchObject({
      screeningActivity: { steps: [{ ...none, lockedSeats: 0, reservedSeats: 3, revenue: euros(3_750) }] },
    })
    expect((await activityOf('s-active', after(2_000), after(2_001), 1)).data).toMatchObject({ screeningActivity: { steps: [{ ...none, expiries: 1 }] } })
  })

  test('has no steps that have not begun', async () => {
    orders.tickets.add('s-future')
    const { data } = await activityOf('s-future', after(86_400_000), after(86_500_000), 1)
    expect(data).toEqual({ screeningActivity: { screening: { id: 's-future' }, steps: [] } })
  })

  test('is null for a screening that nobody knows', async () => {
    for (const id of ['', 'none', 'x'.repeat(300)]) expect((await activityOf(id, T0, after(1_000), 1)).data).toEqual({ screeningActivity: null })
  })

  test.each([
    ['steps of no length', 0, 1_000, 0, 'stepSeconds'],
    ['steps of more than a day', 0, 1_000, 86_401, 'stepSeconds'],
    ['more than 500 steps', 0, 500_001, 1, 'stepSeconds'],
    ['no time', 5, 5, 1, 'to'],
    ['an end before the beginning', 5, 4, 1, 'to'],
  ])('refuses %s', async (_what, from, to, step, field) => {
    const { codes, errors } = await activityOf('s-active', after(from), after(to), step)
    expect(codes).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]?.extensions['fields']).toHaveProperty(field)
    expect((await activityOf('s-active', T0, after(500_000), 1)).codes).toEqual([])
  })
})

describe('Screening.sales', () => {
  const nothing = { ordersPlaced: 0, refusals: 0, cancellations: 0, expiries: 0, lockedSeats: 0, reservedSeats: 0, revenue: euros(0) }

  test('tells what came of all orders; of a screening without any that is nothing', async () => {
    await stored('s-sold', [
      { id: 'sold', seats: ['A1', 'A2'], news: [['seats.locked', 1], ['seats.reserved', 2]] },
      { id: 'more', seats: ['A3'], news: [['seats.reserved', 2]] },
      { id: 'locked', seats: ['A4', 'A5', 'A6'], news: [['seats.locked', 1]] },
      { id: 'returned', news: [['seats.reserved', 2], ['seats.released', 3, { reason: 'CANCELLED' }]] },
      { id: 'expired', news: [['seats.locked', 1], ['seats.released', 3]] },
      { id: 'refused', news: [['seats.refused', 1]] },
      { id: 'open', news: [] },
    ])
    await stored('s-refusing', [{ id: 'refused', news: [['seats.refused', 1]] }])
    orders.tickets.add('s-quiet')
    expect((await salesOf(['s-quiet', 's-sold', 'nobody knows', 's-refusing'])).data).toEqual({
      _entities: [
        { sales: nothing },
        { sales: { ordersPlaced: 7, refusals: 1, cancellations: 1, expiries: 1, lockedSeats: 3, reservedSeats: 3, revenue: euros(3_750) } },
        { sales: null },
        { sales: { ...nothing, ordersPlaced: 1, refusals: 1 } },
      ],
    })
  })

  test('have room for more than an Int', async () => {
    const dear = { tickets: [{ ticketId: ticket('s-dear', 'A1'), price: { amount: 2_000_000_000, currency: 'IDR' } }] }
    await stored('s-dear', ['a', 'b'].map((id) => ({ id, news: [['seats.reserved', 1, dear] as const] })))
    expect((await salesOf(['s-dear'])).data).toMatchObject({ _entities: [{ sales: { revenue: { amount: 4_000_000_000 } } }] })
    expect((await activityOf('s-dear', T0, after(1_000), 1)).data).toMatchObject({ screeningActivity: { steps: [{ revenue: { amount: 4_000_000_000 } }] } })
  })
})
