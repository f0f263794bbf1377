import { availableParallelism } from 'node:os'
import { connect } from 'amqplib'
import { Redis } from 'ioredis'
import type { MongoClient } from 'mongodb'

export function describeMachine(): string {
  return `${availableParallelism()} cores`
}

export async function describeVersions(mongo: MongoClient, rabbitmqUrl: string, redisUrl: string): Promise<string> {
  const { version } = await mongo.db('admin').command({ buildInfo: 1 })
  const [rabbitmq, redis] = await Promise.all([rabbitmqVersion(rabbitmqUrl), redisVersion(redisUrl)])
  return `Node ${process.versions.node}, MongoDB protocol ${String(version)}, ${rabbitmq}, ${redis}`
}

async function rabbitmqVersion(url: string): Promise<string> {
  const model = await connect(url)
  const { product, version } = model.connection.serverProperties
  await model.close()
  return `${product} ${version}`
}

async function redisVersion(url: string): Promise<string> {
  const redis = new Redis(url)
  const info = await redis.info('server')
  redis.disconnect()
  return `Redis ${/redis_version:(\S+)/.exec(info)?.[1] ?? 'of unknown version'}`
}
