import { rateLimited } from '@mov-ticket/service-kit'
import type { Redis } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { RedisAway } from '../redis-away.js'
import { networkOf } from './network-of.js'

export interface RateLimits {
  /** One more of these from this address; RATE_LIMITED where it is one too many. Counted per field, not per request. */
  signUp(address: string): Promise<void>
  signIn(address: string): Promise<void>
}

export interface RateLimitsOptions {
  readonly redis: Redis
  readonly namespace: string
  readonly signUpsPerMinute: number
  readonly signInsPerMinute: number
}

export function createRateLimits({ redis, namespace, signUpsPerMinute, signInsPerMinute }: RateLimitsOptions): RateLimits {
  const perMinute = (what: string, points: number) =>
    new RateLimiterRedis({
      storeClient: redis, rejectIfRedisNotReady: true, keyPrefix: `${namespace}:limit:${what}`, points, duration: 60,
    })
  const signUps = perMinute('sign-up', signUpsPerMinute)
  const signIns = perMinute('sign-in', signInsPerMinute)
  return {
    signUp: (address) => take(signUps, networkOf(address)),
    signIn: (address) => take(signIns, networkOf(address)),
  }
}

async function take(limiter: RateLimiterRedis, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw rateLimited(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)))
    throw new RedisAway('The limits could not be counted.', { cause: refusal })
  }
}
