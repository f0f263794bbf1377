import type { Redis } from 'ioredis'
import type { Logger } from '@mov-ticket/service-kit'
import { z } from 'zod'
import { subscribe } from './pattern-subscription.js'
import type { Heard } from './pattern-subscription.js'
import type { VersionStore } from './version-store.js'
import { createWatches } from './watches.js'
import type { Watch } from './watches.js'

const SWEEP_MS = 2_000
/** Once in so many sweeps the watched keys are renewed: well within their hour. */
const RENEW_EVERY = 150
/** In which all are asked about where a Redis forgot everything. With a sweep before it that leaves time for the answer within 3 s. */
const SPREAD_MS = 500
const BATCH = 1_000

/** Version null: unknown (Redis lost it, or nothing was rung for an hour). Ask the owner, then `doorbell.learn`. */
export type OnRing = (channel: string, version: number | null) => void

export interface Listener {
  /**
   * Resolves when it hears rings, which waits for Redis; rejects where it is stopped before. Watching need not wait for
   * it: until then, and whenever Redis is away, watched channels ring as unknown every 2 s.
   */
  readonly hearing: Promise<void>
  /** Rings of channels that nobody watches are not heard. `knownVersion` null: anything is news. */
  watch(channel: string, knownVersion: number | null): Watch
  stop(): void
}

export interface ListenerOptions {
  readonly commands: Redis
  readonly subscriber: Redis
  readonly namespace: string
  readonly pattern: string
  readonly versions: VersionStore
  readonly onRing: OnRing
  readonly logger: Logger
}

const message = z.object({ version: z.int() })

/** Hears by pub/sub, which loses without a word; what it loses the sweep makes good. */
export function startListener(options: ListenerOptions): Listener {
  const { commands, subscriber, namespace, pattern, versions, onRing, logger } = options
  const watches = createWatches()
  /** Unknown channels whose turn it is soon. */
  const toAsk = new Map<string, NodeJS.Timeout>()
  let sweeping = false
  let sweepAgain = false
  let sweeps = 0
  let stopped = false

  function hear(channel: string, version: number | null): void {
    if (stopped || !watches.has(channel)) return
    try {
      onRing(channel, version)
    } catch (err) {
      logger.error({ err, channel }, 'could not react to a ring')
    }
  }

  function heard({ channel: name, text }: Heard): void {
    const channel = name.slice(namespace.length + 1)
    if (!watches.has(channel)) return
    const version = readVersion(text)
    if (version !== undefined && watches.isBehind(channel, version)) hear(channel, version)
  }

  async function sweep(): Promise<void> {
    if (stopped) return
    if (sweeping) {
      sweepAgain = true
      return
    }
    sweeping = true
    do {
      sweepAgain = false
      await compareAll(watches.channels())
    } while (sweepAgain)
    sweeping = false
  }

  async function compareAll(channels: readonly string[]): Promise<void> {
    if (channels.length === 0) return
    const renew = sweeps++ % RENEW_EVERY === 0
    try {
      for (let start = 0; start < channels.length; start += BATCH) {
        const batch = channels.slice(start, start + BATCH)
        const found = await versions.read(batch, { renew })
        batch.forEach((channel, index) => compare(channel, found[index] ?? null))
      }
    } catch (err) {
      logger.debug({ err }, 'could not look for rings that were lost')
      // Nobody would hear a ring now: what is watched is looked at instead.
      for (const channel of channels) askOwner(channel)
    }
  }

  function compare(channel: string, version: number | null): void {
    if (version === null) askOwner(channel)
    else if (watches.isBehind(channel, version)) hear(channel, version)
  }

  /** Spread, so that a Redis that lost everything does not make all listeners ask at once. */
  function askOwner(channel: string): void {
    if (toAsk.has(channel)) return
    const ask = () => {
      toAsk.delete(channel)
      hear(channel, null)
    }
    toAsk.set(channel, setTimeout(ask, Math.random() * SPREAD_MS).unref())
  }

  // Subscriptions are made again before anything that is sent after 'ready': what was lost is found by looking.
  const resweep = () => void subscriber.ping().then(sweep, () => undefined)
  subscriber.on('ready', resweep)
  commands.on('ready', resweep)
  const timer = setInterval(() => void sweep(), SWEEP_MS).unref()
  const hearing = subscribe(`${namespace}:${pattern}`, { commands, subscriber }, heard)
  hearing.catch((err: unknown) => logger.debug({ err }, 'stopped before it heard anything'))

  return {
    hearing,
    watch: (channel, knownVersion) => watches.add(channel, knownVersion),
    stop() {
      stopped = true
      clearInterval(timer)
      for (const asking of toAsk.values()) clearTimeout(asking)
      toAsk.clear()
      subscriber.off('ready', resweep)
      commands.off('ready', resweep)
    },
  }
}

function readVersion(text: string): number | undefined {
  try {
    return message.parse(JSON.parse(text)).version
  } catch {
    return undefined
  }
}
