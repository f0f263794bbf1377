import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { backingServices, testNamespace } from '@mov-ticket/shared-events'

/** A namespace of its own in the real Redis, gone when the test ends. */
export function redisOfSpec(): { redis: Redis; namespace: string } {
  const namespace = testNamespace()
  const redis = new Redis(backingServices().redisUrl)
  onTestFinished(async () => {
    const keys = await redis.keys(`${namespace}:*`)
    if (keys.length > 0) await redis.del(keys)
    redis.disconnect()
  })
  return { redis, namespace }
}
