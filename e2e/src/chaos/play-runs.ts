import { setTimeout as delay } from 'node:timers/promises'
import { signIn } from '../accounts.js'
import { type Client, createClient } from '../client.js'
import { patiently } from '../insist.js'
import { overEvents } from '../live/over-events.js'
import { overWebSocket } from '../live/over-websocket.js'
import { type SeatWatcher, watchSeats } from '../live/watch-seats.js'
import { createRandom, type Random } from '../random.js'
import { scheduleIn } from '../screenings.js'
import { bookAtRandom, type Pace } from './book-at-random.js'
import type { ChaosWorld } from './chaos-world.js'
import { comeToRest, locksEnd, type Rest } from './come-to-rest.js'
import { disturbMessages, disturbOnce } from './disturb-messages.js'
import { lastTroubles, makeTrouble, type Trouble } from './troubles.js'

export interface Played {
  readonly rests: readonly Rest[]
  readonly troubles: readonly Trouble[]
  readonly updates: number
  /** Updates that carried an error. */
  readonly told: number
  readonly reconnects: { readonly resuming: number; readonly anew: number }
}

const WATCHERS = 8
const LOCK_SECONDS = 2
const storm: Pace = { startWithinMs: 2_000, thinkAtMostMs: 1_000, orders: 2 }
/** Whatever is lost of this nobody makes good by coming again. */
const finale: Pace = { startWithinMs: 800, thinkAtMostMs: 200, orders: 1 }
const LAST_BUYERS = 10
/** As long as it takes until their locks have ended. */
const FINALE_MS = 2_500

/**
 * Several runs at once, on one platform: each has a screening, 50 buyers and eight watchers that come and go; what
 * happens to the servers happens to all. At the end the watchers stay, ten buyers book once more, and twice more
 * something may happen, the last time just after the last change. The seed decides what is done, though not which of it
 * meets which.
 */
export async function playRuns(world: ChaosWorld, { seed, count }: { seed: number; count: number }): Promise<Played> {
  const random = createRandom(seed)
  const fork = () => createRandom(random.below(2 ** 31))
  const fate = fork()
  const visitor = createClient(world.platform.url)
  const runs = await Promise.all(Array.from({ length: count }, async () => startRun(world, fork())))
  const watchers = runs.flatMap((run) => run.watchers)
  try {
    let isOver = false
    const restless = [
      disturbMessages(world.messages, fork(), () => isOver),
      ...watchers.map(async (watcher) => comeAndGo(watcher, fork(), () => isOver)),
    ]
    const first = await meanwhile(
      runs.flatMap(({ book }) => world.buyers.map(async (buyer) => book(buyer, storm))),
      makeTrouble(world, fate, storm.startWithinMs),
    )
    isOver = true
    await Promise.all(restless)

    disturbOnce(world.messages, fate)
    const last = await meanwhile(
      runs.flatMap(({ book }) => world.buyers.slice(0, LAST_BUYERS).map(async (buyer) => book(buyer, finale))),
      makeTrouble(world, fate, FINALE_MS),
    )
    await Promise.all(runs.map(async ({ screening }) => locksEnd(visitor, screening.id)))
    const atRest = await makeTrouble(world, fate, 1, lastTroubles)
    const since = performance.now()
    const rests = await Promise.all(runs.map(async (run) => comeToRest(visitor, run.screening.id, run.watchers, since)))
    return { rests, troubles: [first, last, atRest], ...numbersOf(watchers) }
  } finally {
    await Promise.all(watchers.map(async (watcher) => watcher.stop()))
  }
}

async function startRun({ admin, room, platform: { url } }: ChaosWorld, random: Random) {
  // Redis may have forgotten the session that scheduled the runs before.
  const screening = await patiently(async () => scheduleIn(await signIn(url, admin.email, admin.password), room, { lockSeconds: LOCK_SECONDS }))
  return {
    screening,
    watchers: Array.from({ length: WATCHERS }, (_, index) =>
      watchSeats({ url, screeningId: screening.id, transport: index % 2 === 0 ? overWebSocket : overEvents }),
    ),
    book: async (buyer: Client, pace: Pace) => bookAtRandom(buyer, screening, createRandom(random.below(2 ** 31)), pace),
  }
}

/** What one of them failed with is told when all have ended: nothing of these runs reaches into the next ones. */
async function meanwhile(bookings: readonly Promise<void>[], trouble: Promise<Trouble>): Promise<Trouble> {
  await Promise.allSettled([trouble, ...bookings])
  await Promise.all(bookings)
  return trouble
}

async function comeAndGo(watcher: SeatWatcher, random: Random, isOver: () => boolean): Promise<void> {
  for (;;) {
    await delay(300 + random.below(2_500))
    if (isOver()) return
    const resume = random.below(2) === 0
    watcher.reconnect({ resume, awayMs: random.below(2) === 0 ? untilFullSecond() + 1_000 * random.below(2) : 0 })
  }
}

/** Who is away comes again together, each with another version: they are asked for in common. */
function untilFullSecond(): number {
  return 1_000 - (performance.now() % 1_000)
}

function numbersOf(watchers: readonly SeatWatcher[]): Pick<Played, 'updates' | 'told' | 'reconnects'> {
  const results = watchers.flatMap(({ received }) => received.map(({ result }) => result))
  const comings = watchers.flatMap(({ begunWith }) => begunWith.slice(1))
  const anew = comings.filter((after) => after === null).length
  return {
    updates: results.filter(({ data }) => data?.seatMapChanged != null).length,
    told: results.filter(({ errors }) => errors !== undefined).length,
    reconnects: { resuming: comings.length - anew, anew },
  }
}
