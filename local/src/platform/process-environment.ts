import type { Services } from '../services/start-services.js'

export const PROCESS_NAMES = ['auth', 'tickets', 'orders', 'expiration', 'gateway'] as const
export type ProcessName = (typeof PROCESS_NAMES)[number]
export type Ports = Readonly<Record<ProcessName, number>>

const HOST = '127.0.0.1'

export interface EnvironmentOptions {
  /** Weakest first: what all share, then what the caller's own environment says. */
  readonly shared: Readonly<Record<string, string | undefined>>
  readonly inherited: NodeJS.ProcessEnv
  readonly services: Pick<Services, 'mongodbUrl' | 'rabbitmqUrl' | 'redisUrl'>
  readonly namespace: string
  readonly secret: string
  readonly ports: Ports
  /** The built web app; empty: there is none. */
  readonly webFolder: string
  /** Strongest: what this platform is to do differently. */
  readonly overrides: Readonly<Record<string, string>>
}

/** The whole environment of one process. Only auth learns who the first admin is. */
export function environmentFor(name: ProcessName, options: EnvironmentOptions): NodeJS.ProcessEnv {
  const { services, ports, overrides } = options
  const environment: NodeJS.ProcessEnv = {
    ...options.shared,
    ...options.inherited,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    NAMESPACE: options.namespace,
    IDENTITY_SECRET: options.secret,
    MONGODB_URL: services.mongodbUrl,
    RABBITMQ_URL: services.rabbitmqUrl,
    REDIS_URL: services.redisUrl,
    AUTH_URL: urlOf('auth', ports),
    TICKETS_URL: urlOf('tickets', ports),
    ORDERS_URL: urlOf('orders', ports),
    WEB_FOLDER: options.webFolder,
    ...overrides,
    HOST,
    PORT: String(ports[name]),
  }
  if (name === 'auth') return environment
  const { ADMIN_EMAIL: _email, ADMIN_PASSWORD: _password, ...rest } = environment
  return rest
}

/** The GraphQL endpoint of a process; of expiration, which has none, its address. */
export function urlOf(name: ProcessName, ports: Ports): string {
  return `http://${HOST}:${ports[name]}${name === 'expiration' ? '' : '/graphql'}`
}
