import { join } from 'node:path'
import type { Services } from '@mov-ticket/local'
import { startHttpServer } from '@mov-ticket/service-kit'
import { startProcess, type StartedProcess } from '../live/started-process.js'
import type { ContenderName } from './settings.js'

export interface GatewayStage {
  readonly services: Services
  readonly namespace: string
  readonly secret: string
  readonly subgraphs: StartedProcess
  /** Of the answers, for the server that knows them. */
  readonly answersFile: string
  readonly logFolder: string
}

export interface Contender {
  readonly title: string
  /** Who of ours it is; null: it is another's, `servers/<name>.ts`. */
  readonly ours: Readonly<Record<string, string>> | null
}

const unshared = { GATEWAY_SHARING: 'off', GATEWAY_FAST_PATH: 'off' }

export const contenders: Readonly<Record<ContenderName, Contender>> = {
  stock: { title: 'stock: @apollo/gateway, @apollo/server standalone', ours: null },
  hive: { title: '@graphql-hive/gateway-runtime, router-runtime (shares subgraph requests in flight)', ours: null },
  apollo: { title: '**mov-ticket**, `GATEWAY_EXECUTOR=apollo`', ours: { GATEWAY_EXECUTOR: 'apollo', ...unshared } },
  engine: { title: '**mov-ticket**, engine, nothing shared', ours: { GATEWAY_EXECUTOR: 'engine', GATEWAY_SHARING: 'off' } },
  sharing: { title: '**mov-ticket**, engine', ours: { GATEWAY_EXECUTOR: 'engine' } },
  bare: { title: 'limit: a bare `node:http` server that sends the same bytes', ours: null },
}

const root = join(import.meta.dirname, '../../..')
/** All load comes from one address: the limits that stop that in real life are out of the way. */
const beyondLimits = String(100_000_000)

export async function startContender(name: ContenderName, stage: GatewayStage): Promise<StartedProcess> {
  const { services, namespace, secret, logFolder } = stage
  const { ours } = contenders[name]
  const port = ours === null ? 0 : await freePort()
  return startProcess({
    name,
    script: ours === null ? join(import.meta.dirname, `servers/${name}.js`) : join(root, 'gateway/dist/main.js'),
    environment: {
      ...urls(stage),
      ANSWERS_FILE: stage.answersFile,
      ...(ours !== null && {
        HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'warn', NAMESPACE: namespace, IDENTITY_SECRET: secret,
        RABBITMQ_URL: services.rabbitmqUrl, REDIS_URL: services.redisUrl,
        READS_PER_SECOND: beyondLimits,
        ...ours,
      }),
    },
    // The others log no requests, so ours does not either, nor that it is ready.
    ...(ours !== null && { readyAt: { port, path: '/readyz' } }),
    logFolder,
  })
}

async function freePort(): Promise<number> {
  const server = await startHttpServer({ host: '127.0.0.1', port: 0 }, () => Promise.resolve())
  await server.stop(0)
  return server.port
}

function urls({ subgraphs }: GatewayStage): Record<string, string> {
  return Object.fromEntries(
    ['auth', 'tickets', 'orders'].map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${String(subgraphs.listening[name])}/graphql`]),
  )
}
