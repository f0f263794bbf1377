import { randomUUID } from 'node:crypto'
import { connectMongo, createLogger, waitFor, type Logger } from '@mov-ticket/service-kit'
import { connectRedis, topologyOf } from '@mov-ticket/shared-events'
import { connect } from 'amqplib'

/** The real servers that integration specs run against. */
export function backingServices() {
  return { MONGODB_URL: needed('MONGODB_URL'), RABBITMQ_URL: needed('RABBITMQ_URL'), REDIS_URL: needed('REDIS_URL') }
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`Set ${name} to a server for tests, or run \`npm test\`, which starts one.`)
  return value
}

/** So that no two specs share a queue, a key or a database. */
export const testNamespace = (): string => `test-${randomUUID()}`

export function specLogger(): Logger {
  return createLogger({ service: 'tickets', level: process.env['LOG_LEVEL'] ?? 'silent' })
}

/** Everything that the namespace left on the servers goes. */
export async function removeNamespace(namespace: string): Promise<void> {
  const { MONGODB_URL: url, RABBITMQ_URL, REDIS_URL } = backingServices()
  const mongo = await connectMongo({ url, database: `${namespace}-tickets`, logger: specLogger() })
  await mongo.dropDatabase()
  await mongo.close()
  const broker = await connect(RABBITMQ_URL)
  await topologyOf(namespace).remove(await broker.createChannel())
  await broker.close()
  const redis = connectRedis({ url: REDIS_URL, name: 'spec', logger: specLogger() })
  const keys = await waitFor('Redis', () => redis.keys(`${namespace}:*`), specLogger())
  if (keys.length > 0) await redis.unlink(keys)
  redis.disconnect()
}
