import type { Redis } from 'ioredis'
import type { Logger } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent } from '@mov-ticket/shared-events'

const LOOK_EVERY_MS = 1_000
const ASK_ANYWAY_EVERY_MS = 300_000

export interface LockInquiryOptions {
  readonly redis: Redis
  readonly namespace: string
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly now: () => Date
  readonly logger: Logger
}

/**
 * Asks tickets for all open locks: at the start, where a marker is missing (then Redis has lost its data), and every
 * five minutes anyway, because Redis may also lose a little.
 */
export interface LockInquiry {
  start(): void
  stop(): Promise<void>
}

export function createLockInquiry({ redis, namespace, publish, now, logger }: LockInquiryOptions): LockInquiry {
  const marker = `${namespace}:{expiration}:marker`
  let askedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let stopped = false

  async function whyAsk(): Promise<string | null> {
    if ((await redis.exists(marker)) === 0) return 'Redis holds no deadlines, or has lost them.'
    if (askedAt === -Infinity) return 'Expiration has just started.'
    return performance.now() - askedAt >= ASK_ANYWAY_EVERY_MS ? 'Expiration asks from time to time.' : null
  }

  async function look(): Promise<void> {
    try {
      const reason = await whyAsk()
      if (reason !== null) await ask(reason)
    } catch (err) {
      logger.warn({ err }, 'could not ask for the open locks')
    }
    if (!stopped) timer = setTimeout(again, LOOK_EVERY_MS)
  }

  async function ask(reason: string): Promise<void> {
    logger.info({ reason }, 'asking tickets for the open locks')
    await publish(createEvent('locks.requested', { reason }, { aggregateId: 'expiration', aggregateVersion: 0, now: now() }))
    askedAt = performance.now()
    // Set last: whoever dies before it asks again.
    await redis.set(marker, now().toISOString())
  }

  function again(): void {
    looking = look()
  }

  return {
    start: again,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await looking
    },
  }
}
