import { randomUUID } from 'node:crypto'
import { connect } from 'amqplib'
import { Redis } from 'ioredis'
import { topologyOf } from '../topology.js'

/** The real servers that integration specs run against. */
export function backingServices(source: NodeJS.ProcessEnv = process.env): { rabbitmqUrl: string; redisUrl: string } {
  return { rabbitmqUrl: needed('RABBITMQ_URL', source), redisUrl: needed('REDIS_URL', source) }
}

function needed(name: string, source: NodeJS.ProcessEnv): string {
  const value = source[name]
  if (!value) throw new Error(`Set ${name} to a server for tests, or run \`npm test\`, which starts one.`)
  return value
}

/** So that no two specs share a queue or a key. */
export const testNamespace = (): string => `test-${randomUUID()}`

/** Everything that a namespace left at RabbitMQ and Redis goes. */
export async function removeNamespace(namespace: string, retryDelaysMs?: readonly number[]): Promise<void> {
  const connection = await connect(backingServices().rabbitmqUrl)
  const channel = await connection.createChannel()
  await topologyOf(namespace, retryDelaysMs).remove(channel)
  await connection.close()
  await removeKeys(namespace)
}

export async function removeKeys(namespace: string): Promise<void> {
  const redis = new Redis(backingServices().redisUrl)
  for await (const keys of redis.scanStream({ match: `${namespace}:*`, count: 1_000 })) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- ioredis gives batches of keys
    const batch = keys as string[]
    if (batch.length > 0) await redis.unlink(batch)
  }
  redis.disconnect()
}
