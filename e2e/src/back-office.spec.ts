import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUp } from './accounts.js'
import { type Client, createClient } from './client.js'
import { eventually } from './eventually.js'
import { accepted, cancelOrder, createOrder, readOrder, refused, reserveOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { readTicket, readTickets, schedule, type Screening } from './screenings.js'

/*
 * What administrators see beyond what everybody sees, across all subgraphs: who held a seat, what happened at a
 * screening, what came of it, why a seat is not on sale.
 */

let platform: TestPlatform
let admin: Account
let visitor: Client
let ada: Account
let bob: Account
let screening: Screening
const began = new Date()
beforeAll(async () => {
  platform = await startTestPlatform('back-office')
  admin = platform.admin
  visitor = createClient(platform.url)
  ada = await signUp(platform.url, 'ada')
  bob = await signUp(platform.url, 'bob')
  screening = await schedule(admin, { rows: 2, seatsPerRow: 10, lockSeconds: 2 })
  await sell()
})
afterAll(async () => {
  platform.processes.orders.kill('SIGCONT')
  await platform.stop()
})

/** Ada lets A1 and A2 expire; bob is refused A1 before, takes it after, and gives it back; ada reserves A1 to A3. */
async function sell(): Promise<void> {
  const { id, ticketIds } = screening
  const expiring = accepted(await createOrder(ada, id, ticketIds.slice(0, 2)))
  refused(await createOrder(bob, id, ticketIds.slice(0, 1)))
  await eventually(async () => readOrder(ada, expiring.id), (order) => order?.status === 'EXPIRED')
  const returned = accepted(await createOrder(bob, id, ticketIds.slice(0, 1)))
  accepted(await cancelOrder(bob, returned.id))
  const sold = accepted(await createOrder(ada, id, ticketIds.slice(0, 3)))
  accepted(await reserveOrder(ada, sold.id))
}

const historyText = `query ($id: ID!, $first: Int, $after: String) {
  ticketHistory(ticketId: $id, first: $first, after: $after) {
    totalCount
    nodes { from reservedAt to status order { status total { amount } user { name email } tickets { seat { label } } } }
    pageInfo { hasNextPage endCursor }
  }
}`
interface History {
  readonly ticketHistory: {
    totalCount: number
    nodes: { from: string; to: string | null; status: string; order: { user: { email: string } } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
}

describe('who held a seat, and when', () => {
  test('is told with the names of those who did, the latest first, and no two at once', async () => {
    const { ticketHistory: history } = await admin.ask<History>(historyText, { id: screening.ticketIds[0] })

    expect(history).toMatchObject({
      totalCount: 3,
      nodes: [
        {
          status: 'RESERVED',
          to: null,
          order: {
            status: 'RESERVED',
            total: { amount: 3 * 1250 },
            user: { name: 'ada', email: ada.email },
            tickets: [{ seat: { label: 'A1' } }, { seat: { label: 'A2' } }, { seat: { label: 'A3' } }],
          },
        },
        { status: 'CANCELLED', reservedAt: null, order: { user: { name: 'bob', email: bob.email } } },
        { status: 'EXPIRED', reservedAt: null, order: { user: { name: 'ada', email: ada.email } } },
      ],
    })
    const times = history.nodes.toReversed().flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
    expect(times).toEqual(times.toSorted())
    expect(Date.parse(times[1] ?? '') - Date.parse(times[0] ?? '')).toBeGreaterThanOrEqual(2_000)
  })

  test('is told as it happened, even where orders heard of it later', async () => {
    const { id, ticketIds } = await schedule(admin, { lockSeconds: 1 })
    const [ticketId = ''] = ticketIds
    const order = accepted(await createOrder(ada, id, [ticketId]))
    platform.processes.orders.kill('SIGSTOP')
    await eventually(async () => readTicket(visitor, id, ticketId), ({ status }) => status === 'AVAILABLE')
    const released = new Date().toISOString()
    platform.processes.orders.kill('SIGCONT')
    await eventually(async () => readOrder(ada, order.id), (seen) => seen?.status === 'EXPIRED')

    const { ticketHistory: history } = await admin.ask<History>(historyText, { id: ticketId })
    expect(history.nodes).toMatchObject([{ status: 'EXPIRED' }])
    const to = history.nodes[0]?.to ?? ''
    expect([to, released]).toEqual([to, released].toSorted())
  })

  test('comes page by page', async () => {
    const first = await admin.ask<History>(historyText, { id: screening.ticketIds[0], first: 2 })
    expect(first.ticketHistory).toMatchObject({ nodes: { length: 2 }, pageInfo: { hasNextPage: true } })
    const after = first.ticketHistory.pageInfo.endCursor
    expect(await admin.ask(historyText, { id: screening.ticketIds[0], first: 2, after })).toMatchObject({
      ticketHistory: { nodes: [{ status: 'EXPIRED' }], pageInfo: { hasNextPage: false } },
    })
  })

  test('is null for a ticket that nobody knows', async () => {
    expect(await admin.ask(historyText, { id: 'unknown' })).toEqual({ ticketHistory: null })
  })
})

describe('what happened at a screening', () => {
  const counts = ['ordersPlaced', 'locks', 'reservations', 'refusals', 'cancellations', 'expiries'] as const
  const activityText = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $step: Int!) {
    screeningActivity(screeningId: $id, from: $from, to: $to, stepSeconds: $step) {
      screening { movie { title } }
      steps { from to ${counts.join(' ')} lockedSeats reservedSeats revenue { amount currency } }
    }
  }`
  type Step = Record<(typeof counts)[number], number> & { from: string; to: string }
  interface Activity {
    readonly screeningActivity: { screening: unknown; steps: Step[] }
  }

  test('adds up, however long the steps are, to what is on the seat map', async () => {
    const to = new Date()
    const all = { ordersPlaced: 4, locks: 3, reservations: 1, refusals: 1, cancellations: 1, expiries: 1 }
    for (const step of [1, 7, 86_400]) {
      const span = { id: screening.id, from: began, to, step }
      const { screeningActivity: activity } = await admin.ask<Activity>(activityText, span)
      expect(activity.screening).toEqual({ movie: { title: 'The General' } })
      const { steps } = activity
      expect(steps[0]?.from).toBe(began.toISOString())
      expect(steps.at(-1)?.to).toBe(to.toISOString())
      expect(steps.slice(1).map(({ from }) => from)).toEqual(steps.slice(0, -1).map((each) => each.to))
      const sums = counts.map((name) => [name, steps.reduce((sum, each) => sum + each[name], 0)])
      expect(Object.fromEntries(sums)).toEqual(all)
      const revenue = { amount: 3 * 1250, currency: 'EUR' }
      expect(steps.at(-1)).toMatchObject({ lockedSeats: 0, reservedSeats: 3, revenue })
    }
    const statuses = (await readTickets(visitor, screening.id)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 'RESERVED')).toHaveLength(3)
  })

  test('is null for a screening that nobody knows', async () => {
    const variables = { id: 'unknown', from: began, to: new Date(), step: 60 }
    expect(await admin.ask(activityText, variables)).toEqual({ screeningActivity: null })
  })
})

describe('what came of screenings', () => {
  const listText = `query ($from: DateTime, $sales: Boolean!) {
    screenings(from: $from, first: 100) {
      nodes {
        id ticketCount availableCount
        sales @include(if: $sales) {
          ordersPlaced refusals cancellations expiries lockedSeats reservedSeats revenue { amount currency }
        }
      }
    }
  }`
  interface List {
    readonly screenings: { nodes: { id: string; ticketCount: number; availableCount: number; sales?: unknown }[] }
  }

  test('is part of the list of screenings, one without any order included', async () => {
    const quiet = await schedule(admin)
    const { screenings } = await admin.ask<List>(listText, { from: began, sales: true })

    expect(screenings.nodes.find(({ id }) => id === screening.id)).toEqual({
      id: screening.id,
      ticketCount: 20,
      availableCount: 17,
      sales: {
        ordersPlaced: 4,
        refusals: 1,
        cancellations: 1,
        expiries: 1,
        lockedSeats: 0,
        reservedSeats: 3,
        revenue: { amount: 3 * 1250, currency: 'EUR' },
      },
    })
    expect(screenings.nodes.find(({ id }) => id === quiet.id)).toMatchObject({
      ticketCount: 20,
      availableCount: 20,
      sales: { ordersPlaced: 0, reservedSeats: 0, revenue: { amount: 0, currency: 'EUR' } },
    })
  })

  test('is not for everybody: others see the list without it', async () => {
    const seen = await visitor.ask<List>(listText, { from: began, sales: false })
    const counted = { id: screening.id, ticketCount: 20, availableCount: 17 }
    expect(seen.screenings.nodes).toContainEqual(counted)
    const { data, errors } = await ada.answer<List>(listText, { from: began, sales: true })
    expect(data?.screenings.nodes).toContainEqual({ ...counted, sales: null })
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']))
  })
})

describe('rooms and seats', () => {
  test('auditoriums are listed for whoever schedules, and found by their id', async () => {
    const text = '{ auditoriums(first: 100) { totalCount nodes { id name seatCount seatKinds } } }'
    const { auditoriums } = await visitor.ask<{ auditoriums: { totalCount: number; nodes: unknown[] } }>(text)
    expect(auditoriums.nodes).toHaveLength(auditoriums.totalCount)
    const id = screening.auditoriumId
    expect(auditoriums.nodes).toContainEqual({ id, name: '2 rows of 10', seatCount: 20, seatKinds: ['STANDARD'] })
    const byId = 'query ($id: ID!) { auditorium(id: $id) { seats { label } } }'
    expect(await visitor.ask(byId, { id })).toMatchObject({ auditorium: { seats: { length: 20 } } })
  })

  test('why a seat is not on sale is for administrators to know', async () => {
    const id = screening.ticketIds[19]
    const blockText = 'mutation ($id: ID!) { blockTickets(ids: [$id], reason: "The armrest is loose.") { id } }'
    await admin.ask(blockText, { id })
    const text = 'query ($id: ID!) { seatMap(screeningId: $id) { tickets { id status blockedReason } } }'
    for (const [who, blockedReason] of [[admin, 'The armrest is loose.'], [ada, null], [visitor, null]] as const) {
      const { seatMap } = await who.ask<{ seatMap: { tickets: unknown[] } }>(text, { id: screening.id })
      expect(seatMap.tickets.at(-1)).toEqual({ id, status: 'BLOCKED', blockedReason })
    }
  })
})
