import type { Redis, Result } from 'ioredis'
import { firstDueTime, repeatedDueTime } from './deadline.js'
import type { AnnouncedLock, Deadline } from './deadline.js'
import { CLAIM_PASSED, DROP_DEADLINE, FORGET_STRAY, REMOVE_ANNOUNCED, SET_DEADLINE } from './deadline-scripts.js'

const REMEMBERED_SECONDS = 3_600
/** Another instance takes over what was claimed and not announced by then. */
const LEASE_MS = 5_000
const CLAIMED_AT_ONCE = 500

declare module 'ioredis' {
  interface RedisCommander<Context> {
    setDeadline(order: string, due: string, ...args: (string | number)[]): Result<string, Context>
    dropDeadline(order: string, due: string, ...args: (string | number)[]): Result<number, Context>
    claimPassed(due: string, ...args: (string | number)[]): Result<string[], Context>
    forgetStray(order: string, due: string, ...args: (string | number)[]): Result<number, Context>
    removeAnnounced(order: string, due: string, ...args: (string | number)[]): Result<number, Context>
  }
}

/** All deadlines, durably and shared by all instances. Every call rejects where Redis is away. */
export interface Deadlines {
  /**
   * Set by a higher sequence, or by an equal one announced again, and by no lower one. Returns when it is due, null
   * where it changed nothing.
   */
  set(lock: Omit<Deadline, 'dueAt'> & AnnouncedLock, now: number): Promise<number | null>
  /** The order holds no lock (any more), as of this sequence. */
  drop(orderId: string, sequence: number): Promise<void>
  /** Those that have passed, for this instance alone for a few seconds. */
  claimPassed(now: number): Promise<Deadline[]>
  /** After its end was announced: only if it is still the same deadline. */
  remove(deadline: Deadline): Promise<void>
  /** After its end could not be announced: try again then. */
  postpone(deadline: Deadline, until: number): Promise<void>
  /** When the next one is to be looked at. */
  next(): Promise<number | null>
}

export function createDeadlines(redis: Redis, namespace: string): Deadlines {
  // The braces keep all keys on one node of a Redis Cluster.
  const due = `${namespace}:{expiration}:due`
  const order = (orderId: string) => `${namespace}:{expiration}:order:${orderId}`
  redis.defineCommand('setDeadline', { numberOfKeys: 2, lua: SET_DEADLINE })
  redis.defineCommand('dropDeadline', { numberOfKeys: 2, lua: DROP_DEADLINE })
  redis.defineCommand('claimPassed', { numberOfKeys: 1, lua: CLAIM_PASSED })
  redis.defineCommand('forgetStray', { numberOfKeys: 2, lua: FORGET_STRAY })
  redis.defineCommand('removeAnnounced', { numberOfKeys: 2, lua: REMOVE_ANNOUNCED })

  return {
    async set(lock, now) {
      const { orderId, sequence, screeningId, correlationId, causationId } = lock
      const dueAt = await redis.setDeadline(
        order(orderId), due, orderId, sequence, screeningId,
        firstDueTime(lock, now), repeatedDueTime(lock, now), now, correlationId, causationId,
      )
      return dueAt === '' ? null : Number(dueAt)
    },
    async drop(orderId, sequence) {
      await redis.dropDeadline(order(orderId), due, orderId, sequence, REMEMBERED_SECONDS)
    },
    async claimPassed(now) {
      const orderIds = await redis.claimPassed(due, now, now + LEASE_MS, CLAIMED_AT_ONCE)
      const claimed = await Promise.all(orderIds.map((orderId) => readClaimed(orderId, now)))
      return claimed.filter((deadline) => deadline !== null)
    },
    async remove({ orderId, sequence, dueAt }) {
      await redis.removeAnnounced(order(orderId), due, orderId, sequence, dueAt, REMEMBERED_SECONDS)
    },
    async postpone({ orderId }, until) {
      await lookAgainAt(orderId, until)
    },
    async next() {
      const [, score] = await redis.zrange(due, 0, 0, 'WITHSCORES')
      return score === undefined ? null : Number(score)
    },
  }

  async function lookAgainAt(orderId: string, time: number): Promise<void> {
    await redis.zadd(due, 'XX', time, orderId)
  }

  /** Null where there is nothing to announce: it was dropped, or moved to later, in the meantime. */
  async function readClaimed(orderId: string, now: number): Promise<Deadline | null> {
    const deadline = await read(orderId)
    if (deadline === null) {
      await redis.forgetStray(order(orderId), due, orderId)
      return null
    }
    if (deadline.dueAt <= now) return deadline
    await lookAgainAt(orderId, deadline.dueAt)
    return null
  }

  async function read(orderId: string): Promise<Deadline | null> {
    const { sequence, screeningId, dueAt, correlationId, causationId } = await redis.hgetall(order(orderId))
    if (!sequence || !screeningId || !dueAt || !correlationId || !causationId) return null
    return { orderId, screeningId, sequence: Number(sequence), dueAt: Number(dueAt), correlationId, causationId }
  }
}
