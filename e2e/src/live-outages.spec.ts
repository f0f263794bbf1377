import { randomUUID } from 'node:crypto'
import { screeningChannel } from '@mov-ticket/shared-events'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type Account, signUp } from './accounts.js'
import { eventually } from './eventually.js'
import { insist } from './insist.js'
import { converged } from './live/converged.js'
import { overEvents } from './live/over-events.js'
import { overWebSocket } from './live/over-websocket.js'
import type { LiveTicket } from './live/seat-map.js'
import { type SeatWatcher, watchSeats } from './live/watch-seats.js'
import { accepted, createOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule, type Screening } from './screenings.js'

let platform: TestPlatform
let buyer: Account
beforeAll(async () => {
  platform = await startTestPlatform('live-outages', {
    ownServices: ['rabbitmq', 'redis'],
    // While auth or Redis is away the gateway still knows who the buyer is.
    environment: { SESSION_CACHE_MS: '600000' },
  })
  buyer = await signUp(platform.url)
}, 120_000)
afterAll(async () => platform.stop())

const transports = [overWebSocket, overEvents]

function watch(screening: Screening): SeatWatcher[] {
  const watchers = transports.map((transport) => watchSeats({ url: platform.url, screeningId: screening.id, transport }))
  onTestFinished(async () => void (await Promise.all(watchers.map(async (watcher) => watcher.stop()))))
  return watchers
}

async function shown(watchers: readonly SeatWatcher[], ids: readonly string[], status: LiveTicket['status']): Promise<void> {
  await eventually(
    async () => watchers.flatMap(({ copy }) => (copy.isLive ? ids.map((id) => copy.tickets.get(id)?.status) : ['not live'])),
    (seen) => seen.every((one) => one === status),
    { everyMs: 10, withinMs: 20_000 },
  )
}

/** Two seats, locked for a while, and two who see that. */
async function someLocked(lockSeconds: number): Promise<{ screening: Screening; seats: string[]; watchers: SeatWatcher[] }> {
  const screening = await schedule(platform.admin, { lockSeconds })
  const watchers = watch(screening)
  const seats = screening.ticketIds.slice(2, 4)
  await lock(screening, seats)
  await shown(watchers, seats, 'LOCKED')
  return { screening, seats, watchers }
}

async function lock(screening: Screening, seats: readonly string[]): Promise<void> {
  const key = randomUUID()
  accepted(await insist(async () => createOrder(buyer, screening.id, seats, key)))
}

/** What the outage cost them. */
function costOf(watchers: readonly SeatWatcher[]): string[] {
  return watchers.flatMap(({ ends, copy }) => [...ends.map((end) => `a connection: ${JSON.stringify(end)}`), ...copy.problems])
}

describe.sequential('kill -9 of a process while a seat map is watched', () => {
  test('of the gateway: watchers come again, resume with the version that they have, and see what they missed', async () => {
    const { screening, seats, watchers } = await someLocked(5)
    const others = screening.ticketIds.slice(6, 8)
    const { gateway } = platform.processes

    gateway.kill('SIGKILL')
    await eventually(async () => watchers.map(({ copy }) => copy.isLive), (live) => !live.includes(true))
    const before = watchers.map(({ copy }) => copy.version ?? 0)
    await rung(screening, Math.max(...before) + 1)
    await gateway.restart()

    await shown(watchers, seats, 'AVAILABLE')
    await lock(screening, others)
    await shown(watchers, others, 'LOCKED')
    await converged(platform.admin, screening.id, watchers)
    for (const { received, connections, copy } of watchers) {
      expect(copy.problems).toEqual([])
      expect(connections).toBeGreaterThan(1)
      const updates = received.filter(({ connection }) => connection === connections).map(({ result }) => result.data?.seatMapChanged)
      expect(updates.some((update) => update?.full)).toBe(false)
      expect(updates[0]?.tickets.map(({ id }) => id)).toEqual(seats)
    }
  })

  test('of tickets: watchers are told, and go on when it is back, without coming again', async () => {
    const { screening, seats, watchers } = await someLocked(180)
    const { tickets } = platform.processes

    tickets.kill('SIGKILL')
    // Nobody rings, so the gateway learns it from who comes now.
    const [newcomer] = watch(screening)
    if (newcomer === undefined) throw new Error('nobody came')
    const all = [...watchers, newcomer]
    await eventually(
      async () => all.map(({ received }) => received.at(-1)?.result.errors?.[0]?.extensions.code),
      (codes) => codes.every((code) => code === 'UNAVAILABLE'),
    )
    expect(all.map(({ copy }) => copy.isLive)).toEqual([false, false, false])
    await tickets.restart()

    await shown(all, seats, 'LOCKED')
    const others = screening.ticketIds.slice(6, 8)
    await lock(screening, others)
    await shown(all, others, 'LOCKED')
    await converged(platform.admin, screening.id, all)
    expect(costOf(all)).toEqual([])
  })

  test('of tickets in the middle of a booking: what it became is seen', async () => {
    const { screening, watchers } = await someLocked(180)
    const seats = screening.ticketIds.slice(6, 9)

    const { tickets } = platform.processes
    const crash = async (): Promise<void> => {
      tickets.kill('SIGKILL')
      await tickets.restart()
    }
    await Promise.all([lock(screening, seats), crash()])

    await shown(watchers, seats, 'LOCKED')
    await converged(platform.admin, screening.id, watchers)
    expect(costOf(watchers)).toEqual([])
  })
})

describe.sequential('what watching a seat map does without', () => {
  test('auth: whoever is known books, the others see it, and newcomers may watch', async () => {
    const { screening, watchers } = await someLocked(180)
    platform.processes.auth.kill('SIGKILL')

    const all = [...watchers, ...watch(screening)]
    const seats = screening.ticketIds.slice(6, 8)
    await lock(screening, seats)
    await shown(all, seats, 'LOCKED')
    expect(costOf(all)).toEqual([])

    await platform.processes.auth.restart()
  })

  test.each(['rabbitmq', 'redis'] as const)('%s: locks end, watchers see it, and newcomers may watch', async (name) => {
    const { screening, seats, watchers } = await someLocked(4)
    const service = platform.services.processes[name]
    if (service === undefined) throw new Error(`${name} was not started by this test and can't be killed`)
    service.kill('SIGKILL')

    const all = [...watchers, ...watch(screening)]
    // By the sweep of tickets, which needs neither.
    await shown(all, seats, 'AVAILABLE')
    await service.restart()

    await lock(screening, screening.ticketIds.slice(6, 8))
    await shown(all, screening.ticketIds.slice(6, 8), 'LOCKED')
    await converged(platform.admin, screening.id, all)
    expect(costOf(all)).toEqual([])
  }, 60_000)
})

/** Waits until tickets has rung with this version. */
async function rung({ id }: Screening, version: number): Promise<void> {
  const redis = new Redis(platform.services.redisUrl)
  try {
    await eventually(
      async () => Number(await redis.get(`${platform.namespace}:version:${screeningChannel(id)}`)),
      (known) => known >= version,
    )
  } finally {
    redis.disconnect()
  }
}
