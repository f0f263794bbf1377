import { availableParallelism } from 'node:os'
import type { Services } from '@mov-ticket/local'
import { connect } from 'amqplib'
import { Redis } from 'ioredis'
import type { MongoClient } from 'mongodb'

export function describeMachine(): string {
  return `${availableParallelism()} cores`
}

/** What a benchmark rests on; MongoDB only where it does. */
export async function describeVersions(
  { rabbitmqUrl, redisUrl }: Pick<Services, 'rabbitmqUrl' | 'redisUrl'>,
  mongo?: MongoClient,
): Promise<string> {
  const versions = await Promise.all([
    ...(mongo === undefined ? [] : [mongodbVersion(mongo)]),
    rabbitmqVersion(rabbitmqUrl),
    redisVersion(redisUrl),
  ])
  return [`Node ${process.versions.node}`, ...versions].join(', ')
}

async function mongodbVersion(mongo: MongoClient): Promise<string> {
  const { version } = await mongo.db('admin').command({ buildInfo: 1 })
  return `MongoDB protocol ${String(version)}`
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
