import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { onRedis } from '../redis-away.js'
import { fromAllAddresses, fromOneAddress, waitAfter } from './back-off.js'
import type { BackOff } from './back-off.js'
import { networkOf } from './network-of.js'

/** Counts failures per e-mail address and place, whether or not there is such an account. */
export interface FailedSignIns {
  /** Seconds until an attempt is looked at; null for now. */
  waitBefore(email: string, address: string): Promise<number | null>
  /** Counts a failure; seconds until the next attempt is looked at, null for at once. */
  failed(email: string, address: string): Promise<number | null>
  /** From here on this place is known for this e-mail address. */
  succeeded(email: string, address: string): Promise<void>
}

const FORGET_FAILURES_SECONDS = 15 * 60
const KNOWN_FOR_SECONDS = 30 * 24 * 3_600

export function createFailedSignIns({ redis, namespace }: { readonly redis: Redis; readonly namespace: string }): FailedSignIns {
  const counter = (keyPrefix: string, duration: number) =>
    new RateLimiterRedis({
      storeClient: redis, rejectIfRedisNotReady: true, keyPrefix: `${namespace}:${keyPrefix}`, points: Number.MAX_SAFE_INTEGER, duration,
    })
  const failures = counter('failures', FORGET_FAILURES_SECONDS)
  // Apart from the counts, because blocking a key of the library resets what it had counted.
  const waits = counter('waits', 0)

  async function count(key: string, backOff: BackOff): Promise<number> {
    const { consumedPoints } = await failures.penalty(key)
    const seconds = waitAfter(consumedPoints, backOff)
    if (seconds > 0) await waits.block(key, seconds)
    return seconds
  }

  async function remaining(key: string): Promise<number> {
    const wait = await waits.get(key)
    return wait === null ? 0 : Math.ceil(Math.max(wait.msBeforeNext, 0) / 1_000)
  }

  const isKnown = async (key: string) => (await redis.exists(`${namespace}:known:${key}`)) === 1

  return {
    waitBefore: (email, address) =>
      onRedis(async () => {
        const { here, anywhere } = keysOf(email, address)
        const [known, own, all] = await Promise.all([isKnown(here), remaining(here), remaining(anywhere)])
        return longest([own, known ? 0 : all])
      }),
    failed: (email, address) =>
      onRedis(async () => {
        const { here, anywhere } = keysOf(email, address)
        const own = await count(here, fromOneAddress)
        return longest([own, (await isKnown(here)) ? 0 : await count(anywhere, fromAllAddresses)])
      }),
    succeeded: (email, address) =>
      onRedis(async () => {
        const { here } = keysOf(email, address)
        await Promise.all([failures.delete(here), redis.set(`${namespace}:known:${here}`, 1, 'EX', KNOWN_FOR_SECONDS)])
      }),
  }
}

/** Hashed: who reads the store learns no addresses. */
function keysOf(email: string, address: string): { here: string; anywhere: string } {
  return { here: hashOf(`${email} ${networkOf(address)}`), anywhere: hashOf(email) }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

function longest(seconds: readonly number[]): number | null {
  return Math.max(...seconds) || null
}
