import { once } from 'node:events'
import { waitFor } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { Redis } from 'ioredis'

/** Redis did not answer: the same call can succeed later. */
export class RedisAway extends Error {
  override readonly name = 'RedisAway'
  readonly retry = true
}

/**
 * A client whose commands fail soon instead of waiting: no offline queue, no resending, 2 s per command. Waits for the
 * server once, at the start.
 */
export async function connectRedis({ url, logger }: { readonly url: string; readonly logger: Logger }): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: 2_000,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 5), 1_000),
  })
  redis.on('error', (err: Error) => logger.warn({ reason: err.message }, 'no link to Redis'))
  redis.on('ready', () => logger.info('linked to Redis'))
  redis.connect().catch(() => undefined)
  await waitFor('Redis', () => linked(redis), logger)
  return redis
}

/** Rejects with the reason of the next failure to connect. */
async function linked(redis: Redis): Promise<void> {
  if (redis.status !== 'ready') await once(redis, 'ready')
}

/** Runs commands; whatever goes wrong with them is RedisAway. */
export async function onRedis<T>(commands: () => Promise<T>): Promise<T> {
  try {
    return await commands()
  } catch (cause) {
    throw new RedisAway('Redis did not answer.', { cause })
  }
}
