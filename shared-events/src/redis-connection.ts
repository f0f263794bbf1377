import { Redis } from 'ioredis'
import type { RedisOptions } from 'ioredis'
import type { Logger } from '@mov-ticket/service-kit'

const PATIENCE_MS = 2_000
const RECONNECT_AT_MOST_MS = 1_000

interface RedisConnectionOptions {
  readonly url: string
  readonly name: string
  readonly logger: Logger
}

/**
 * For commands: they fail fast. Where Redis is away a command rejects at once, and on a black link within 2 s,
 * instead of waiting for twenty reconnects (ioredis's default).
 */
export function connectRedis(options: RedisConnectionOptions): Redis {
  return supervised(options, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: PATIENCE_MS })
}

/** For one subscription: it waits for Redis, and is made again after each reconnect. */
export function connectRedisSubscriber(options: RedisConnectionOptions): Redis {
  return supervised(options, { enableOfflineQueue: true, maxRetriesPerRequest: null, autoResubscribe: true })
}

function supervised({ url, name, logger }: RedisConnectionOptions, behaviour: RedisOptions): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    connectTimeout: PATIENCE_MS,
    // A link that is cut off never says goodbye.
    disconnectTimeout: 100,
    retryStrategy: (attempt) => Math.min(50 * attempt, RECONNECT_AT_MOST_MS),
    ...behaviour,
  })
  let lost = false
  let reason: Error | undefined
  redis.on('error', (err: Error) => {
    reason = err
    logger.debug({ err, redis: name }, 'Redis')
  })
  redis.on('close', () => {
    if (!lost) logger.warn({ err: reason, redis: name }, 'waiting for Redis')
    lost = true
  })
  redis.on('ready', () => {
    lost = false
    reason = undefined
    logger.info({ redis: name }, 'connected to Redis')
  })
  keepAlive(redis, name, logger)
  return redis
}

/** A link that swallows everything is noticed by a PING that nobody answers. */
function keepAlive(redis: Redis, name: string, logger: Logger): void {
  let timer: NodeJS.Timeout | undefined
  const beat = setInterval(() => {
    if (redis.status !== 'ready' || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      logger.warn({ redis: name }, 'Redis does not answer: connecting anew')
      redis.disconnect(true)
    }, PATIENCE_MS)
    const answered = () => {
      clearTimeout(timer)
      timer = undefined
    }
    redis.ping().then(answered, answered)
  }, PATIENCE_MS)
  beat.unref()
  redis.on('end', () => {
    clearInterval(beat)
    clearTimeout(timer)
  })
}
