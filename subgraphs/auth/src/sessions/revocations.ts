import { randomUUID } from 'node:crypto'
import type { Logger } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Clock } from '../clock.js'
import { onRedis } from '../redis-away.js'
import type { SessionRef, Sessions } from './sessions.js'

export interface Revocations {
  /** The sessions are gone when this resolves, and it is certain that everybody will hear of it. */
  revoke(userId: string, refs: readonly SessionRef[]): Promise<void>
  /** Ends and announces what was left behind, by this process or another. */
  finish(): Promise<void>
}

export interface RevocationsOptions {
  readonly redis: Redis
  readonly namespace: string
  readonly sessions: Sessions
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly clock: Clock
  readonly logger: Logger
}

const revocation = z.object({
  userId: z.string(),
  refs: z.array(z.object({ id: z.string(), tokenHash: z.string() })),
})
type Revocation = z.infer<typeof revocation>

/** How long an answer waits for the broker: mostly gateways then know before the client does. */
const ANNOUNCE_WAIT_MS = 500

/**
 * First the intent is written down (`<namespace>:revocations`), then the sessions are deleted, then everybody is told,
 * then the intent is dropped. Each step may be repeated; whatever stops in between is finished by a sweep.
 */
export function createRevocations({ redis, namespace, sessions, publish, clock, logger }: RevocationsOptions): Revocations {
  const key = `${namespace}:revocations`

  async function carryOut(id: string, { userId, refs }: Revocation): Promise<void> {
    await sessions.delete(userId, refs)
    const payload = { userId, sessionIds: refs.map((ref) => ref.id) }
    // Sessions end independently of each other, so there is nothing to count.
    await publish(createEvent('session.revoked', payload, { id, aggregateId: userId, aggregateVersion: 0, now: clock() }))
    await onRedis(() => redis.hdel(key, id))
  }

  return {
    async revoke(userId, refs) {
      if (refs.length === 0) return
      const id = randomUUID()
      const intent: Revocation = { userId, refs: refs.map((ref) => ({ id: ref.id, tokenHash: ref.tokenHash })) }
      await onRedis(() => redis.hset(key, id, JSON.stringify(intent)))
      await sessions.delete(userId, refs)
      const announced = carryOut(id, intent).catch((err: unknown) => {
        logger.warn({ err, userId }, 'a revocation is announced later')
      })
      await Promise.race([announced, new Promise((resolve) => setTimeout(resolve, ANNOUNCE_WAIT_MS).unref())])
    },

    async finish() {
      const left = await onRedis(() => redis.hgetall(key))
      for (const [id, text] of Object.entries(left)) await carryOut(id, revocation.parse(JSON.parse(text)))
    },
  }
}
