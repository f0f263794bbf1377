import { mkdir } from 'node:fs/promises'
import { claimDataFolder } from '../processes/claim.js'
import { endLeftovers } from '../processes/leftovers.js'
import { step, type Log } from '../processes/log.js'
import { startWatchdog } from '../processes/watchdog.js'
import { firstThatWorks } from './choose.js'
import { DebianPackages } from './debian-packages.js'
import type { ServiceProcess } from './service.js'
import { waysToMongodb, waysToRabbitmq, waysToRedis } from './ways.js'

export interface ServicesOptions {
  /** Keeps all data, logs and records of processes. One launcher at a time. */
  readonly dataFolder: string
  readonly log: Log
  /** Where `MONGODB_URL`, `RABBITMQ_URL`, `REDIS_URL` and `PATH` are looked for. Default: this process's. */
  readonly env?: NodeJS.ProcessEnv
}

export interface Services {
  readonly mongodbUrl: string
  readonly rabbitmqUrl: string
  readonly redisUrl: string
  /** Those that were started here. */
  readonly processes: { readonly mongodb?: ServiceProcess; readonly rabbitmq?: ServiceProcess; readonly redis?: ServiceProcess }
  /** Stops what was started here and gives the data folder back. Idempotent. */
  stop(): Promise<void>
}

const ADVICE: Readonly<Record<string, string>> = {
  MongoDB: 'Install MongoDB 7 (https://www.mongodb.com/docs/manual/installation) or Docker, or set MONGODB_URL.',
  RabbitMQ: 'Install rabbitmq-server (on Debian: apt-get install rabbitmq-server) or Docker, or set RABBITMQ_URL.',
  Redis: 'Install redis-server (on Debian: apt-get install redis-server) or Docker, or set REDIS_URL.',
}

/** Finds or starts MongoDB, RabbitMQ and Redis, at the same time, each by the first way that works. */
export async function startServices({ dataFolder, log, env = process.env }: ServicesOptions): Promise<Services> {
  await mkdir(dataFolder, { recursive: true })
  const release = await claimDataFolder(dataFolder)
  await endLeftovers(dataFolder, log)
  const watchdog = startWatchdog(dataFolder)
  const surroundings = { dataFolder, env, log, packages: new DebianPackages(log) }
  const ways = { MongoDB: waysToMongodb, RabbitMQ: waysToRabbitmq, Redis: waysToRedis }
  const starts = Object.entries(ways).map(([name, waysTo]) =>
    step(log, `Starting ${name}`, () => firstThatWorks(name, waysTo(surroundings), ADVICE[name] ?? '', log)),
  )
  const settled = await Promise.allSettled(starts)
  const started = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  let stopping: Promise<void> | undefined
  const end = async () => {
    await Promise.allSettled(started.map((service) => service.stop()))
    await release()
    watchdog.stop()
  }
  const stop = () => (stopping ??= end())

  const [mongodb, rabbitmq, redis] = started
  if (!mongodb || !rabbitmq || !redis) {
    await stop()
    throw new Error(settled.flatMap((each) => (each.status === 'rejected' ? [messageOf(each.reason)] : [])).join('\n'))
  }
  return {
    mongodbUrl: mongodb.url,
    rabbitmqUrl: rabbitmq.url,
    redisUrl: redis.url,
    processes: {
      ...(mongodb.process && { mongodb: mongodb.process }),
      ...(rabbitmq.process && { rabbitmq: rabbitmq.process }),
      ...(redis.process && { redis: redis.process }),
    },
    stop,
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason)
}
