import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import type { AnyEvent } from './events.js'
import { createOutboxChain } from './outbox-chain.js'
import type { OutboxChain } from './outbox-chain.js'

const SWEEP_EVERY_MS = 1_000
const IDLE_MS = 2_000
const SWEEP_BATCH = 200
const DROPS_AT_ONCE = 8
/** Events held in memory for a broker that is away. What is beyond it stays in the outbox until a sweep finds it. */
const WAITING_AT_MOST = 8_000
/** Where a sweep found more than it takes at once, the next one follows soon. */
const CATCH_UP_MS = 50
/** On top of `idleMs`, because clocks and writes are not exact. */
const FORGET_MARGIN_MS = 10_000
/** What is not published by then is published by the next start. */
const STOP_MS = 2_000

export interface LeftBehind {
  readonly id: string
  readonly version: number
  /** All that is pending, oldest first. */
  readonly events: readonly AnyEvent[]
}

/** The aggregates' own store: each keeps its pending events in its document. */
export interface OutboxStore {
  /** Aggregates with events that have been pending since `before` or longer. */
  idleSince(before: Date, limit: number): Promise<readonly LeftBehind[]>
  /** Takes events out, only if the aggregate still has this version, and without changing the version. */
  drop(id: string, version: number, eventIds: readonly string[]): Promise<void>
}

export interface OutboxRelayOptions {
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly store: OutboxStore
  /** For what a sweep found: a crash may have come between the write and its ring. */
  readonly ring?: (aggregateId: string, version: number) => void
  readonly logger: Logger
  readonly sweepEveryMs?: number
  readonly idleMs?: number
}

/**
 * Carries pending events to the broker, at least once: a crash between publishing and dropping leads to a duplicate,
 * never to a loss. Events of one aggregate leave in order, those of different aggregates at the same time.
 */
export interface OutboxRelay {
  /**
   * After a write: hand over all that is pending, in order; what is known already is skipped. Returns at once. False
   * where there is no room: hand them over again with the next write, or leave them to a sweep.
   */
  publish(aggregateId: string, events: readonly AnyEvent[]): boolean
  /** All that was handed over so far is confirmed (but for what did not fit into memory and is left to a sweep). */
  settled(aggregateId: string): Promise<void>
  /** Confirmed and not yet dropped: the aggregate's next write unsets them. */
  confirmed(aggregateId: string): string[]
  /** The write that unset them succeeded. */
  dropped(aggregateId: string, eventIds: readonly string[]): void
  start(): void
  /** Lets what is under way end, bounded. */
  stop(): Promise<void>
}

export function createOutboxRelay(options: OutboxRelayOptions): OutboxRelay {
  const { store, logger, sweepEveryMs = SWEEP_EVERY_MS, idleMs = IDLE_MS } = options
  const chains = new Map<string, OutboxChain>()
  const ended = new AbortController()
  let waiting = 0
  let sweeping: Promise<void> | undefined

  function chainOf(aggregateId: string): OutboxChain {
    const known = chains.get(aggregateId)
    if (known !== undefined) return known
    const chain = createOutboxChain({
      publish: options.publish,
      logger,
      signal: ended.signal,
      confirmed: () => waiting--,
    })
    chains.set(aggregateId, chain)
    return chain
  }

  function publish(aggregateId: string, events: readonly AnyEvent[]): boolean {
    if (events.length === 0) return true
    if (waiting >= WAITING_AT_MOST || ended.signal.aborted) return false
    waiting += chainOf(aggregateId).add(events)
    return true
  }

  function dropped(aggregateId: string, eventIds: readonly string[]): void {
    const chain = chains.get(aggregateId)
    if (chain === undefined) return
    chain.forget(eventIds)
    if (chain.isEmpty()) chains.delete(aggregateId)
  }

  async function tidy({ id, version, events }: LeftBehind): Promise<void> {
    options.ring?.(id, version)
    const confirmed = new Set(chains.get(id)?.confirmed())
    const done = events.filter((event) => confirmed.has(event.id)).map((event) => event.id)
    // A later sweep shows whether the drop won: what is still pending then is dropped again, not published again.
    if (done.length > 0) await store.drop(id, version, done)
    publish(id, events)
  }

  /** True when it has seen all there is. */
  async function sweep(before: Date): Promise<boolean> {
    const left = await store.idleSince(before, SWEEP_BATCH)
    for (let start = 0; start < left.length; start += DROPS_AT_ONCE) {
      await Promise.all(left.slice(start, start + DROPS_AT_ONCE).map(tidy))
    }
    if (left.length === SWEEP_BATCH) return false
    forgetEmptied()
    return true
  }

  /** Of aggregates that a complete sweep did not find, and that nobody spoke of for a while, the outbox is empty. */
  function forgetEmptied(): void {
    for (const [id, chain] of chains) if (chain.idleMs() > idleMs + FORGET_MARGIN_MS) chains.delete(id)
  }

  async function sweepAgainAndAgain(): Promise<void> {
    // At the start everything pending was left behind.
    for (let age = 0; !ended.signal.aborted; age = idleMs) {
      const complete = await sweep(new Date(Date.now() - age)).catch((err: unknown) => {
        logger.warn({ err }, 'could not look into the outbox')
        return true
      })
      const pauseMs = complete ? sweepEveryMs : Math.min(CATCH_UP_MS, sweepEveryMs)
      await delay(pauseMs, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }

  return {
    publish,
    settled: (aggregateId) => chains.get(aggregateId)?.settled() ?? Promise.resolve(),
    confirmed: (aggregateId) => chains.get(aggregateId)?.confirmed() ?? [],
    dropped,
    start: () => void (sweeping ??= sweepAgainAndAgain()),
    async stop() {
      await atMost(STOP_MS, Promise.all([...chains.values()].map((chain) => chain.settled())))
      ended.abort()
      await sweeping
    },
  }
}
