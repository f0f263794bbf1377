import { randomUUID } from 'node:crypto'
import { environmentOf, parseEnvironment } from '@mov-ticket/service-kit'
import { topologyOf } from '@mov-ticket/shared-events'
import { connect } from 'amqplib'
import { Redis } from 'ioredis'

const environment = parseEnvironment(
  { MONGODB_URL: environmentOf.mongodbUrl, RABBITMQ_URL: environmentOf.rabbitmqUrl, REDIS_URL: environmentOf.redisUrl },
  process.env,
)
if (!environment.ok) throw new Error(`${environment.problems.join(', ')}: set it, or run \`npm test\`, which starts one.`)

/** The real servers that integration specs run against. */
export const services = environment.values

/** So that no two specs share a queue, a key or a database. */
export const testNamespace = (): string => `test-${randomUUID()}`

/** Everything that a namespace left at RabbitMQ and Redis goes. */
export async function removeNamespace(namespace: string): Promise<void> {
  const connection = await connect(services.RABBITMQ_URL)
  const channel = await connection.createChannel()
  await topologyOf(namespace).remove(channel)
  await connection.close()

  const redis = new Redis(services.REDIS_URL)
  const keys = await redis.keys(`${namespace}:*`)
  if (keys.length > 0) await redis.unlink(keys)
  redis.disconnect()
}
