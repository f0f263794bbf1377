import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@mov-ticket/service-kit'
import type { AnyEvent } from './events.js'

const RETRY_MS = 100
const RETRY_AT_MOST_MS = 5_000

interface OutboxChainOptions {
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly logger: Logger
  readonly signal: AbortSignal
  /** Called for each event that is confirmed. */
  readonly confirmed: () => void
}

/** The events of one aggregate on their way to the broker. */
export interface OutboxChain {
  /** Skips what is known; returns how many were new. */
  add(events: readonly AnyEvent[]): number
  confirmed(): string[]
  forget(eventIds: readonly string[]): void
  settled(): Promise<void>
  isEmpty(): boolean
  /** How long nothing has been under way or handed over. */
  idleMs(): number
}

export function createOutboxChain({ publish, logger, signal, confirmed: tell }: OutboxChainOptions): OutboxChain {
  let waiting: AnyEvent[] = []
  const known = new Set<string>()
  const confirmed = new Set<string>()
  let running: Promise<void> | undefined
  let touchedAt = performance.now()

  /** What waits leaves at once, in order, and nothing newer before all of it is confirmed. */
  async function run(): Promise<void> {
    for (let failures = 0; waiting.length > 0 && !signal.aborted; ) {
      const wave = waiting
      waiting = []
      const failed = await publishAll(wave)
      waiting = [...failed, ...waiting]
      failures = failed.length === 0 ? 0 : failures + 1
      if (failures > 0) await pause(Math.min(RETRY_MS * 2 ** failures, RETRY_AT_MOST_MS) * (0.5 + Math.random() / 2))
    }
    running = undefined
  }

  async function publishAll(wave: readonly AnyEvent[]): Promise<AnyEvent[]> {
    const outcomes = await Promise.allSettled(wave.map((event) => publish(event).then(() => keep(event))))
    const failed = wave.filter((_, index) => outcomes[index]?.status === 'rejected')
    const [first] = outcomes.filter((outcome) => outcome.status === 'rejected')
    if (first) logger.warn({ err: first.reason, events: failed.length }, 'could not publish: trying again')
    return failed
  }

  function keep(event: AnyEvent): void {
    confirmed.add(event.id)
    tell()
  }

  async function pause(ms: number): Promise<void> {
    await delay(ms, undefined, { signal }).catch(() => undefined)
  }

  return {
    add(events) {
      const fresh = events.filter((event) => !known.has(event.id))
      for (const event of fresh) known.add(event.id)
      waiting.push(...fresh)
      touchedAt = performance.now()
      if (fresh.length > 0) running ??= run()
      return fresh.length
    },
    confirmed: () => [...confirmed],
    forget(eventIds) {
      for (const id of eventIds) {
        confirmed.delete(id)
        known.delete(id)
      }
    },
    settled: () => running ?? Promise.resolve(),
    isEmpty: () => known.size === 0,
    idleMs: () => (running === undefined ? performance.now() - touchedAt : 0),
  }
}
