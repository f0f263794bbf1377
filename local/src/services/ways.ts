import { startEngine } from '../engine/start-engine.js'
import { engineObstacle } from '../engine/setup/install-engine.js'
import { findBinary } from '../processes/find-binary.js'
import type { Log } from '../processes/log.js'
import { CONTAINERS } from './containers.js'
import { DebianPackages } from './debian-packages.js'
import { inDocker } from './docker.js'
import { fromEnvironment } from './from-environment.js'
import { startMongod } from './mongod.js'
import { findRabbitmq, startRabbitmq } from './rabbitmq.js'
import { startRedis } from './redis.js'
import type { Service, Way } from './service.js'

export interface Surroundings {
  readonly dataFolder: string
  readonly env: NodeJS.ProcessEnv
  readonly packages: DebianPackages
  readonly log: Log
}

/** The ways to each service, in the order in which they are tried. */
export function waysToMongodb({ dataFolder, env, log }: Surroundings): Way[] {
  return [
    fromEnvironment('MONGODB_URL', env),
    onPath('mongod', () => findBinary('mongod', env), (binary) => startMongod(binary, dataFolder)),
    { name: 'DocumentDB engine', obstacle: engineObstacle, start: () => startEngine(dataFolder, log) },
    inDocker(CONTAINERS.mongodb, dataFolder, log),
  ]
}

export function waysToRabbitmq({ dataFolder, env, packages, log }: Surroundings): Way[] {
  const find = () => findRabbitmq(env)
  const start = (binaries: { server: string; portMapper: string }) => startRabbitmq(binaries, dataFolder)
  return [
    fromEnvironment('RABBITMQ_URL', env),
    onPath('rabbitmq-server', find, start),
    byPackage('rabbitmq-server', ['rabbitmq-server.service', 'epmd.socket', 'epmd.service'], packages, find, start),
    inDocker(CONTAINERS.rabbitmq, dataFolder, log),
  ]
}

export function waysToRedis({ dataFolder, env, packages, log }: Surroundings): Way[] {
  const find = () => findBinary('redis-server', env)
  const start = (binary: string) => startRedis(binary, dataFolder)
  return [
    fromEnvironment('REDIS_URL', env),
    onPath('redis-server', find, start),
    byPackage('redis-server', ['redis-server.service'], packages, find, start),
    inDocker(CONTAINERS.redis, dataFolder, log),
  ]
}

function onPath<T>(name: string, find: () => Promise<T | null>, start: (found: T) => Promise<Service>): Way {
  return {
    name: `${name} on PATH`,
    obstacle: async () => ((await find()) === null ? 'not found' : null),
    start: async () => start(await required(name, find)),
  }
}

function byPackage<T>(
  name: string,
  units: readonly string[],
  packages: DebianPackages,
  find: () => Promise<T | null>,
  start: (found: T) => Promise<Service>,
): Way {
  return {
    name: `${name} from Debian's packages`,
    obstacle: () => packages.obstacle(),
    start: async () => {
      await packages.install(name, units)
      return start(await required(name, find))
    },
  }
}

async function required<T>(name: string, find: () => Promise<T | null>): Promise<T> {
  const found = await find()
  if (found === null) throw new Error(`${name} is not there`)
  return found
}
