import { join } from 'node:path'
import type { Services } from '@mov-ticket/local'
import type { ServerName } from './settings.js'
import { startProcess, type StartedProcess } from './started-process.js'

/** What a server needs to know of where it is. */
export interface Surroundings {
  readonly services: Services
  readonly namespace: string
  readonly secret: string
  /** The ports of the subgraphs, by name. */
  readonly subgraphs: Readonly<Record<string, unknown>>
  readonly logFolder: string
}

const root = join(import.meta.dirname, '../../..')

/** All watchers come from one address: the limits that stop that in real life are out of the way. */
const beyondLimits = String(1_000_000)

export function startServer(name: ServerName, surroundings: Surroundings): Promise<StartedProcess> {
  const { services, namespace, logFolder } = surroundings
  const isOurs = name === 'ours'
  return startProcess({
    name,
    script: isOurs ? join(root, 'gateway/dist/main.js') : join(import.meta.dirname, `servers/${name}.js`),
    environment: {
      NAMESPACE: namespace,
      REDIS_URL: services.redisUrl,
      ...(isOurs ? gatewayEnvironment(surroundings) : {}),
    },
    logFolder,
  })
}

function gatewayEnvironment({ services, secret, subgraphs }: Surroundings): Record<string, string> {
  const urlOf = (name: string) => `http://127.0.0.1:${String(subgraphs[name])}/graphql`
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    RABBITMQ_URL: services.rabbitmqUrl,
    IDENTITY_SECRET: secret,
    AUTH_URL: urlOf('auth'),
    TICKETS_URL: urlOf('tickets'),
    ORDERS_URL: urlOf('orders'),
    READS_PER_SECOND: beyondLimits,
    LIVE_CONNECTIONS: beyondLimits,
    LIVE_CONNECTIONS_PER_ADDRESS: beyondLimits,
    LIVE_SUBSCRIPTIONS_PER_ADDRESS: beyondLimits,
  }
}
