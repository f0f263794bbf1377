import type { Logger } from '@mov-ticket/service-kit'
import { atMost } from './at-most.js'
import type { Ring, VersionStore } from './version-store.js'

const BATCH = 1_000
const RETRY_MS = 100
const RETRY_AT_MOST_MS = 2_000
/** Channels whose ring Redis has not taken yet. Beyond it the oldest are given up, which a listener may notice late. */
const WAITING_AT_MOST = 250_000
const STOP_MS = 1_000

export interface Ringer {
  /** Returns at once; repeated until Redis took it. Only the newest version per channel waits. */
  ring(channel: string, version: number): void
  /** Tries for a moment to ring what is left. */
  stop(): Promise<void>
}

export function createRinger({ versions, logger }: { versions: VersionStore; logger: Logger }): Ringer {
  const waiting = new Map<string, Ring>()
  let flushing: Promise<void> | undefined
  let stopped = false
  let failures = 0

  const isOpen = () => !stopped

  async function flush(): Promise<void> {
    // What is rung in the same turn leaves together.
    await Promise.resolve()
    while (waiting.size > 0 && isOpen()) {
      const batch = [...take(waiting, BATCH)]
      try {
        await versions.write(batch)
        failures = 0
      } catch (err) {
        if (failures++ === 0) logger.warn({ err, waiting: waiting.size + batch.length }, 'could not ring: trying again')
        for (const ring of batch) put(ring)
        await new Promise((resolve) => setTimeout(resolve, Math.min(RETRY_MS * failures, RETRY_AT_MOST_MS)).unref())
      }
    }
    flushing = undefined
  }

  function put(ring: Ring): void {
    const known = waiting.get(ring.channel)
    if (known !== undefined && known.version >= ring.version) return
    waiting.set(ring.channel, ring)
    if (waiting.size <= WAITING_AT_MOST) return
    const [oldest] = waiting.keys()
    if (oldest !== undefined) waiting.delete(oldest)
  }

  return {
    ring(channel, version) {
      put({ channel, version, publish: true })
      flushing ??= flush()
    },
    async stop() {
      await atMost(STOP_MS, flushing ?? Promise.resolve())
      stopped = true
    },
  }
}

function* take(rings: Map<string, Ring>, count: number): Generator<Ring> {
  for (const [channel, ring] of rings) {
    if (count-- === 0) return
    rings.delete(channel)
    yield ring
  }
}
