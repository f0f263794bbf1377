import type { Services } from '@mov-ticket/local'
import { topologyOf } from '@mov-ticket/shared-events'
import { connect } from 'amqplib'
import { Redis } from 'ioredis'
import { MongoClient } from 'mongodb'

/** Leaves nothing of a namespace in services that others use too. */
export async function clearNamespace(
  { mongodbUrl, rabbitmqUrl, redisUrl }: Services,
  namespace: string,
): Promise<void> {
  await Promise.all([
    clearDatabases(mongodbUrl, namespace),
    clearQueues(rabbitmqUrl, namespace),
    clearKeys(redisUrl, namespace),
  ])
}

async function clearDatabases(url: string, namespace: string): Promise<void> {
  const client = await MongoClient.connect(url)
  try {
    for (const owner of ['auth', 'tickets', 'orders']) await client.db(`${namespace}-${owner}`).dropDatabase()
  } finally {
    await client.close()
  }
}

async function clearQueues(url: string, namespace: string): Promise<void> {
  const connection = await connect(url)
  try {
    await topologyOf(namespace).remove(await connection.createChannel())
  } finally {
    await connection.close()
  }
}

async function clearKeys(url: string, namespace: string): Promise<void> {
  const redis = new Redis(url)
  try {
    for await (const keys of redis.scanStream({ match: `${namespace}:*`, count: 1000 })) {
      if (keys.length > 0) await redis.unlink(...keys)
    }
  } finally {
    redis.disconnect()
  }
}
