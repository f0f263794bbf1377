import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from './network-of.js'

export interface RateLimits {
  /** Seconds until it is worth trying again; null: go on. */
  read(address: string, count: number): Promise<number | null>
  /** `account` null: nobody is signed in, and the address is what counts. */
  mutate(account: string | null, address: string, count: number): Promise<number | null>
}

export interface RateLimitOptions {
  readonly readsPerSecond: number
  readonly mutationsPerSecond: number
  readonly anonymousMutationsPerSecond: number
}

/** Counts in this process: with several gateways each lets that much through. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const reads = new RateLimiterMemory({ points: options.readsPerSecond, duration: 1 })
  const mutations = new RateLimiterMemory({ points: options.mutationsPerSecond, duration: 1 })
  const anonymous = new RateLimiterMemory({ points: options.anonymousMutationsPerSecond, duration: 1 })
  return {
    read: (address, count) => waitOf(reads, networkOf(address), count),
    mutate: (account, address, count) =>
      account === null ? waitOf(anonymous, networkOf(address), count) : waitOf(mutations, account, count),
  }
}

async function waitOf(limiter: RateLimiterMemory, key: string, count: number): Promise<number | null> {
  try {
    await limiter.consume(key, count)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000))
    throw refusal
  }
}
