import { setTimeout as delay } from 'node:timers/promises'
import { createSeatMapCopy } from './seat-map-copy.js'
import type { SeatMapCopy } from './seat-map-copy.js'
import { seatMapChangedText } from './seat-map.js'
import type { SeatMapUpdate } from './seat-map.js'
import type { End, LiveResult, Subscription, Transport } from './transport.js'

export type SeatMapResult = LiveResult<{ seatMapChanged: SeatMapUpdate | null }>

/** A client that watches a seat map, and comes again when its connection is lost. */
export interface SeatWatcher {
  readonly copy: SeatMapCopy
  /** All that it was sent so far, and on which of its connections (from 1). */
  readonly received: readonly { readonly connection: number; readonly result: SeatMapResult }[]
  readonly connections: number
  /** With which version each of its connections began. */
  readonly begunWith: readonly (number | null)[]
  /** How its connections ended, in order. */
  readonly ends: readonly End[]
  /** Loses its connection, and is away so long; the next one resumes with the version that it has, or asks for everything. */
  reconnect(how: { resume: boolean; awayMs?: number }): void
  /** Leaves; resolves when it is gone. */
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 50
const MAX_PAUSE_MS = 1_000

export function watchSeats({
  url,
  screeningId,
  transport,
  token = null,
  afterVersion = null,
}: {
  url: string
  screeningId: string
  transport: Transport
  token?: string | null
  afterVersion?: number | null
}): SeatWatcher {
  const copy = createSeatMapCopy()
  const received: { connection: number; result: SeatMapResult }[] = []
  const ends: End[] = []
  const stopping = new AbortController()
  const begunWith: (number | null)[] = []
  let failures = 0
  let resume = true
  let away = 0
  let subscription: Subscription | undefined

  async function run(): Promise<void> {
    let after = afterVersion
    while (!stopping.signal.aborted) {
      begunWith.push(after)
      resume = true
      away = 0
      copy.begin(after)
      subscription = transport(url, { query: seatMapChangedText, variables: { id: screeningId, after }, token }, take)
      const end = await subscription.ended
      ends.push(end)
      copy.lose()
      if (end.kind === 'completed') return
      await pause()
      after = resume ? copy.version : null
    }
  }

  function take(result: SeatMapResult): void {
    received.push({ connection: begunWith.length, result })
    copy.take(result)
    if (copy.isLive) failures = 0
  }

  /** Twice as long each time, and somewhat random: everybody else comes again too. */
  async function pause(): Promise<void> {
    const ms = Math.min(FIRST_PAUSE_MS * 2 ** failures, MAX_PAUSE_MS) * (0.5 + Math.random() / 2)
    failures += 1
    await delay(Math.max(ms, away), undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  const running = run()
  return {
    copy,
    received,
    ends,
    begunWith,
    get connections() {
      return begunWith.length
    },
    reconnect(how) {
      resume = how.resume
      away = how.awayMs ?? 0
      subscription?.cut()
    },
    async stop() {
      stopping.abort()
      subscription?.cut()
      await running
    },
  }
}
