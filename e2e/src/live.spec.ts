import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { eventually } from './eventually.js'
import { collect } from './live/collect.js'
import { converged } from './live/converged.js'
import { overEvents } from './live/over-events.js'
import { overWebSocket } from './live/over-websocket.js'
import type { LiveTicket } from './live/seat-map.js'
import { seatMapChangedText } from './live/seat-map.js'
import { type SeatWatcher, watchSeats } from './live/watch-seats.js'
import { accepted, cancelOrder, createOrder, type OrderStatus, reserveOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule, type Screening } from './screenings.js'

const transports = { WebSocket: overWebSocket, 'server-sent events': overEvents }
const each = Object.entries(transports)

let platform: TestPlatform
let buyer: Account
let other: Account
beforeAll(async () => {
  platform = await startTestPlatform('live', { environment: { ORDER_WAIT_MS: '500' } })
  const [first, second] = await signUpMany(platform.url, 2)
  if (first === undefined || second === undefined) throw new Error('nobody signed up')
  buyer = first
  other = second
}, 120_000)
afterAll(async () => {
  platform.processes.tickets.kill('SIGCONT')
  await platform.stop()
})

async function watchBoth({ id: screeningId }: Screening): Promise<SeatWatcher[]> {
  const watchers = each.map(([, transport]) => watchSeats({ url: platform.url, screeningId, transport }))
  onTestFinished(async () => void (await Promise.all(watchers.map(async (watcher) => watcher.stop()))))
  await converged(platform.admin, screeningId, watchers)
  return watchers
}

/** All watchers show these seats so. */
async function shown(watchers: readonly SeatWatcher[], ids: readonly string[], status: LiveTicket['status']): Promise<void> {
  await eventually(
    async () => watchers.map(({ copy }) => ids.map((id) => copy.tickets.get(id)?.status)),
    (seen) => seen.flat().every((one) => one === status),
    { everyMs: 10 },
  )
}

const updatesOf = ({ received }: SeatWatcher) => received.flatMap(({ result }) => result.data?.seatMapChanged ?? [])

describe.sequential('a seat map, watched over WebSocket and server-sent events', () => {
  test('both see LOCKED, AVAILABLE and RESERVED of bookings made over HTTP, in order, by version', async () => {
    const screening = await schedule(platform.admin, { lockSeconds: 4 })
    const seats = screening.ticketIds.slice(3, 5)
    const watchers = await watchBoth(screening)

    const cancelled = accepted(await createOrder(buyer, screening.id, seats))
    await shown(watchers, seats, 'LOCKED')
    await cancelOrder(buyer, cancelled.id)
    await shown(watchers, seats, 'AVAILABLE')
    accepted(await createOrder(buyer, screening.id, seats))
    await shown(watchers, seats, 'LOCKED')
    // Nobody reserves: the lock ends by itself.
    await shown(watchers, seats, 'AVAILABLE')
    const order = accepted(await createOrder(other, screening.id, seats))
    await shown(watchers, seats, 'LOCKED')
    accepted(await reserveOrder(other, order.id))
    await shown(watchers, seats, 'RESERVED')

    await converged(platform.admin, screening.id, watchers)
    for (const watcher of watchers) {
      const [snapshot, ...changes] = updatesOf(watcher)
      expect(snapshot?.full).toBe(true)
      expect(snapshot?.tickets.map(({ id }) => id)).toEqual(screening.ticketIds)
      expect(changes.map(({ full, tickets }) => ({ full, tickets: tickets.map(({ id, status }) => [id, status]) }))).toEqual(
        ['LOCKED', 'AVAILABLE', 'LOCKED', 'AVAILABLE', 'LOCKED', 'RESERVED'].map((status) => ({
          full: false,
          tickets: seats.map((id) => [id, status]),
        })),
      )
      const versions = changes.map(({ version }) => version)
      expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b))
      expect(watcher).toMatchObject({ connections: 1, copy: { problems: [] } })
    }
  })

  test('who comes again with the version it has gets what changed since; without it, everything', async () => {
    const screening = await schedule(platform.admin)
    const watchers = await watchBoth(screening)
    const early = screening.ticketIds.slice(0, 2)
    const late = screening.ticketIds.slice(4, 5)
    accepted(await createOrder(buyer, screening.id, early))
    await shown(watchers, early, 'LOCKED')

    for (const resume of [true, false]) {
      const seats = resume ? late : screening.ticketIds.slice(6, 7)
      for (const watcher of watchers) watcher.reconnect({ resume })
      accepted(await createOrder(buyer, screening.id, seats))
      await shown(watchers, seats, 'LOCKED')
      await converged(platform.admin, screening.id, watchers)
    }

    for (const { received, connections, copy } of watchers) {
      expect({ connections, problems: copy.problems }).toEqual({ connections: 3, problems: [] })
      const ofConnection = (wanted: number) =>
        received.filter(({ connection }) => connection === wanted).flatMap(({ result }) => result.data?.seatMapChanged ?? [])
      const ids = ofConnection(2).flatMap(({ tickets }) => tickets.map(({ id }) => id))
      expect(new Set(ids)).toEqual(new Set(late))
      expect(ofConnection(2).some(({ full }) => full)).toBe(false)
      expect(ofConnection(3)[0]?.full).toBe(true)
    }
  })

  test.each(each)('over %s a screening that nobody knows is null, and that is the end', async (_, transport) => {
    const variables = { id: '000000000000000000000000' }
    const seen = collect(transport, platform.url, { query: seatMapChangedText, variables, token: null })
    expect(await seen.ended).toEqual({ kind: 'completed' })
    expect(seen.results).toEqual([{ data: { seatMapChanged: null } }])
  })
})

describe.sequential.each(each)('an order, watched over %s', (_, transport) => {
  const query = 'subscription ($id: ID!) { orderChanged(id: $id) { id status version tickets { id } } }'
  const follow = (id: string, token: string | null) =>
    collect<{ orderChanged: { id: string; status: OrderStatus; version: number } | null }>(transport, platform.url, {
      query,
      variables: { id },
      token,
    })

  test('its buyer sees each status, and after coming again the one that it has', async () => {
    const screening = await schedule(platform.admin, { lockSeconds: 4 })
    // The first is spent on making the screening known to orders.
    await cancelOrder(buyer, accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1))).id)
    platform.processes.tickets.kill('SIGSTOP')
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(2, 4)))
    expect(order.status).toBe('PENDING')

    const first = follow(order.id, buyer.token)
    await first.saw(({ data }) => data?.orderChanged?.status === 'PENDING')
    platform.processes.tickets.kill('SIGCONT')
    await first.saw(({ data }) => data?.orderChanged?.status === 'LOCKED')
    await first.saw(({ data }) => data?.orderChanged?.status === 'EXPIRED')
    first.cut()
    expect(statuses(first.results)).toEqual(['PENDING', 'LOCKED', 'EXPIRED'])

    const again = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(2, 4)))
    const second = follow(again.id, buyer.token)
    await second.saw(({ data }) => data?.orderChanged?.status === 'LOCKED')
    second.cut()
    accepted(await reserveOrder(buyer, again.id))
    const third = follow(again.id, buyer.token)
    await third.saw(({ data }) => data?.orderChanged?.status === 'RESERVED')
    accepted(await cancelOrder(buyer, again.id))
    await third.saw(({ data }) => data?.orderChanged?.status === 'CANCELLED')
    third.cut()
    expect(statuses(third.results)).toEqual(['RESERVED', 'CANCELLED'])
  })

  test('another buyer sees what nobody has, and who is not signed in is told so', async () => {
    const screening = await schedule(platform.admin)
    const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 1)))

    const foreign = follow(order.id, other.token)
    expect(await foreign.ended).toEqual({ kind: 'completed' })
    expect(foreign.results).toEqual([{ data: { orderChanged: null } }])

    const stranger = follow(order.id, null)
    expect(await stranger.ended).toEqual({ kind: 'completed' })
    expect(stranger.results).toMatchObject([{ data: { orderChanged: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] }])
  })
})

function statuses(results: readonly { readonly data?: { orderChanged: { status: OrderStatus } | null } | null }[]): OrderStatus[] {
  const all = results.flatMap(({ data }) => data?.orderChanged?.status ?? [])
  return all.filter((status, index) => status !== all[index - 1])
}
