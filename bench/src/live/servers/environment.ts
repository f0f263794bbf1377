import { once } from 'node:events'
import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { Redis } from 'ioredis'
import { dataChannel } from '../data-channel.js'

/** Of the servers that the gateway is compared with. */
const { NAMESPACE, REDIS_URL } = readEnvironment({ NAMESPACE: environmentOf.namespace, REDIS_URL: environmentOf.redisUrl })

export const channel = dataChannel(NAMESPACE)

/** A connection that is ready: on one that is just connecting, a SUBSCRIBE can overtake the check whether it is, and is lost. */
export async function connectRedis(): Promise<Redis> {
  const redis = new Redis(REDIS_URL)
  await once(redis, 'ready')
  return redis
}
