import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from '../client.js'
import { eventually } from '../eventually.js'
import { patiently } from '../insist.js'
import { readSeatMap, type SeatMapUpdate } from '../live/seat-map.js'
import type { SeatWatcher } from '../live/watch-seats.js'

export interface Rest {
  /** From the last change, or from when all was back, until every watcher had what the owner says. */
  readonly tookMs: number
  /** Empty where they did. */
  readonly differences: readonly string[]
}

/** 3 s are promised; a busy machine gets two more. Later, what is asked about anyway each 30 s would hide what is wrong. */
const PATIENCE_MS = 5_000
const LOCKS_END_MS = 60_000

/** Waits until no seat is locked any more: nothing changes from then on. */
export async function locksEnd(client: Client, screeningId: string): Promise<void> {
  await eventually(
    async () => readSeatMap(client, screeningId),
    ({ tickets }) => tickets.every(({ status }) => status !== 'LOCKED'),
    { withinMs: LOCKS_END_MS, everyMs: 25 },
  )
}

/** Waits until every watcher has what the owner says over HTTP. */
export async function comeToRest(client: Client, screeningId: string, watchers: readonly SeatWatcher[], since: number): Promise<Rest> {
  let version: number | null = null
  let changedAt = since
  for (;;) {
    const truth = await patiently(async () => readSeatMap(client, screeningId))
    const now = performance.now()
    // Cancelling a reserved order may outlast the answer to its buyer.
    if (truth.version !== (version ?? truth.version)) changedAt = now
    version = truth.version
    const differences = watchers.flatMap((watcher, index) => faultsOf(watcher, truth).map((fault) => `watcher ${index}: ${fault}`))
    const tookMs = now - changedAt
    if (tookMs > PATIENCE_MS) return { tookMs, differences: [...differences, `this took ${Math.round(tookMs)} ms`] }
    if (differences.length === 0) return { tookMs, differences }
    await delay(25)
  }
}

function faultsOf({ copy, ends, received }: SeatWatcher, truth: SeatMapUpdate): string[] {
  const faults = [
    ...copy.problems,
    ...copy.differencesTo(truth),
    ...ends.filter(({ kind }) => kind !== 'lost').map((end) => `it ended: ${JSON.stringify(end)}`),
  ]
  if (faults.length === 0) return []
  const last = received.slice(-4).map(({ connection, result: { data, errors } }) => {
    const update = data?.seatMapChanged
    return `${connection}: ${errors?.[0]?.extensions.code ?? `${update?.full === true ? 'full ' : ''}${update?.version}`}`
  })
  return [...faults, `its last updates, by connection: ${last.join(', ')}`]
}
