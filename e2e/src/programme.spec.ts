import { loadDemo } from '@mov-ticket/local'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signUp } from './accounts.js'
import { type Client, createClient } from './client.js'
import { accepted, cancelOrder, createOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { readTickets, schedule } from './screenings.js'

let platform: TestPlatform
let visitor: Client
const said: string[] = []
beforeAll(async () => {
  platform = await startTestPlatform('programme', { environment: { MUTATIONS_PER_SECOND: '1000' } })
  visitor = createClient(platform.url)
  await load()
}, 120_000)
afterAll(async () => platform.stop())

async function load(now = new Date(), password = platform.admin.password): Promise<{ accounts: { email: string; password: string }[] }> {
  said.length = 0
  return loadDemo({
    url: platform.url,
    adminEmail: platform.admin.email,
    adminPassword: password,
    now,
    log: (line) => said.push(line),
  })
}

describe('the demo programme', () => {
  test('shows films in three rooms for two weeks, to anybody', async () => {
    const { movies, screenings } = await visitor.ask<{
      movies: { totalCount: number; nodes: { title: string; screenings: { totalCount: number } }[] }
      screenings: { totalCount: number; nodes: { startsAt: string; auditorium: { name: string; seats: unknown[] } }[] }
    }>(`{
      movies(first: 50) { totalCount nodes { title runtimeMinutes genres screenings(first: 1) { totalCount } } }
      screenings(first: 20) { totalCount nodes { startsAt auditorium { name seats { label } } } }
    }`)

    expect(movies.totalCount).toBeGreaterThanOrEqual(20)
    expect(movies.nodes.every(({ screenings: { totalCount } }) => totalCount > 0)).toBe(true)
    expect(screenings.totalCount).toBeGreaterThan(14 * 3 * 2)
    const rooms = new Map(screenings.nodes.map(({ auditorium }) => [auditorium.name, auditorium.seats.length]))
    expect(rooms.size).toBe(3)
    expect(Math.max(...rooms.values())).toBeGreaterThanOrEqual(300)
    expect(screenings.nodes.map(({ startsAt }) => startsAt)).toEqual(
      screenings.nodes.map(({ startsAt }) => startsAt).toSorted(),
    )
  })

  test('stays as it is where the admin has another password by now', async () => {
    const { accounts } = await load(new Date(), 'the one from before')
    expect(said).toEqual([expect.stringMatching(/has another password/)])
    expect(accounts).toHaveLength(2)
  })

  test('loaded again adds nothing, and a day later only that day', async () => {
    const counts = '{ movies { totalCount } screenings(from: "2000-01-01T00:00:00.000Z") { totalCount } }'
    const before = await visitor.ask(counts)

    const { accounts } = await load()
    expect(said).toEqual([])
    expect(await visitor.ask(counts)).toEqual(before)
    expect(accounts).toHaveLength(3)

    await load(new Date(Date.now() + 86_400_000))
    expect(said.join()).toMatch(/adding 0 films, 0 auditoriums, \d+ screenings/)
  })

  test('is searched by title and read page by page', async () => {
    const { movies } = await visitor.ask<{ movies: unknown }>(
      '{ movies(search: "nosfer") { nodes { title runtimeMinutes } } }',
    )
    expect(movies).toEqual({ nodes: [{ title: 'Nosferatu', runtimeMinutes: 94 }] })

    const { ids, totalCount } = await readPages()
    expect(ids).toHaveLength(totalCount)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a seat map', () => {
  const changesText = `query ($id: ID!, $after: Int) {
    seatMap(screeningId: $id, afterVersion: $after) { version full tickets { id status } }
  }`
  interface Changes {
    readonly seatMap: { version: number; full: boolean; tickets: { id: string; status: string }[] }
  }

  test('tells what changed since any version, also what was let go', async () => {
    const buyer = await signUp(platform.url)
    const screening = await schedule(platform.admin)
    const changesAfter = async (after: number | null): Promise<Changes['seatMap']> =>
      (await visitor.ask<Changes>(changesText, { id: screening.id, after })).seatMap
    const start = await changesAfter(null)
    expect(start).toMatchObject({ full: true, tickets: screening.ticketIds.map((id) => ({ id, status: 'AVAILABLE' })) })

    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 2)))
    const locked = await changesAfter(start.version)
    expect(locked).toMatchObject({
      full: false,
      tickets: screening.ticketIds.slice(0, 2).map((id) => ({ id, status: 'LOCKED' })),
    })
    expect(locked.version).toBeGreaterThan(start.version)

    await cancelOrder(buyer, order.id)
    const released = {
      full: false,
      tickets: screening.ticketIds.slice(0, 2).map((id) => ({ id, status: 'AVAILABLE' })),
    }
    expect(await changesAfter(locked.version)).toMatchObject(released)
    expect(await changesAfter(start.version)).toMatchObject(released)

    const { version } = await changesAfter(locked.version)
    expect(await changesAfter(version)).toEqual({ version, full: false, tickets: [] })
    expect(await changesAfter(version + 1)).toMatchObject({ version, full: true })
    expect(await changesAfter(-1)).toMatchObject({ version, full: true })
  })

  test('is one query away from the whole story, across all subgraphs', async () => {
    const buyer = await signUp(platform.url, 'ada')
    const screening = await schedule(platform.admin)
    const [ticket] = await readTickets(visitor, screening.id)
    await createOrder(buyer, screening.id, [String(ticket?.id)])

    const story = await buyer.ask(`{
      me {
        name
        orders {
          nodes {
            status
            user { name }
            screening { movie { title } auditorium { name } }
            tickets { seat { label } price { amount currency } order { status } }
          }
        }
      }
    }`)

    expect(story).toEqual({
      me: {
        name: 'ada',
        orders: {
          nodes: [
            {
              status: 'LOCKED',
              user: { name: 'ada' },
              screening: { movie: { title: 'The General' }, auditorium: { name: '2 rows of 10' } },
              tickets: [
                { seat: { label: 'A1' }, price: { amount: 1250, currency: 'EUR' }, order: { status: 'LOCKED' } },
              ],
            },
          ],
        },
      },
    })
  })
})

async function readPages(): Promise<{ ids: string[]; totalCount: number }> {
  const text = `query ($after: String) {
    screenings(first: 60, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount }
  }`
  const ids: string[] = []
  let after: string | null = null
  for (;;) {
    const {
      screenings,
    }: {
      screenings: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number }
    } = await visitor.ask(text, { after })
    ids.push(...screenings.nodes.map(({ id }) => id))
    if (!screenings.pageInfo.hasNextPage) return { ids, totalCount: screenings.totalCount }
    after = screenings.pageInfo.endCursor
  }
}
