import { createLogger, createShutdown } from '@mov-ticket/service-kit'
import type { Shutdown } from '@mov-ticket/service-kit'
import { backingServices, connectBroker, removeNamespace, testNamespace } from '@mov-ticket/shared-events'
import type { Broker, RequestOf, ResponseOf } from '@mov-ticket/shared-events'
import { vi } from 'vitest'
import { readGatewayEnvironment } from '../environment.js'
import { startGateway } from '../gateway.js'
import type { GatewayOptions } from '../gateway.js'
import type { Live } from '../live/live.js'
import { secret, startFake, subgraphNames } from './fake-subgraphs.js'
import type { Fake, SubgraphName } from './fake-subgraphs.js'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into answers of any shape.
  readonly body: any
}

export interface TestGateway {
  readonly url: string
  /** What was logged, as parsed lines. */
  readonly log: Record<string, unknown>[]
  /** What auth was asked. */
  readonly questions: RequestOf<'auth.who-is-this'>[]
  /** The broker of the fake auth. */
  readonly broker: Broker
  /** The gateway's own. */
  readonly shutdown: Shutdown
  readonly namespace: string
  readonly live: Live
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  stop(): Promise<void>
}

export interface TestGatewayOptions {
  readonly subgraphs?: Partial<Record<SubgraphName, Fake>>
  readonly environment?: Readonly<Record<string, string>>
  readonly supergraphSdl?: GatewayOptions['supergraphSdl']
  /** What auth answers about a token. Default: it is nobody's. */
  readonly whoIs?: (token: string) => ResponseOf<'auth.who-is-this'> | Promise<ResponseOf<'auth.who-is-this'>>
}

/** The whole gateway on a real RabbitMQ and real sockets, before subgraphs that answer what a spec wants. */
export async function startTestGateway({ subgraphs = {}, environment = {}, whoIs = () => null, supergraphSdl }: TestGatewayOptions): Promise<TestGateway> {
  const { rabbitmqUrl, redisUrl } = backingServices()
  const namespace = testNamespace()
  const log: Record<string, unknown>[] = []
  const logger = createLogger({ service: 'gateway', level: 'debug', destination: { write: (line) => void log.push(JSON.parse(line)) } })
  const silent = createLogger({ service: 'auth', level: 'silent' })

  const questions: RequestOf<'auth.who-is-this'>[] = []
  const broker = connectBroker({ url: rabbitmqUrl, namespace, service: 'auth', logger: silent })
  await broker.answer('auth.who-is-this', async (question) => {
    questions.push(question)
    return whoIs(question.token)
  })

  const fakes = await Promise.all(subgraphNames.map((name) => startFake(name, subgraphs[name] ?? { resolvers: {} })))
  const [auth, tickets, orders] = fakes
  const shutdown = createShutdown({ logger: silent })
  const { port, live } = await startGateway({
    environment: readGatewayEnvironment({
      NAMESPACE: namespace, PORT: '0', RABBITMQ_URL: rabbitmqUrl, REDIS_URL: redisUrl, IDENTITY_SECRET: secret,
      AUTH_URL: auth?.url, TICKETS_URL: tickets?.url, ORDERS_URL: orders?.url,
      // Every spec can run on each executor: `GATEWAY_EXECUTOR=apollo npm test -- gateway`.
      GATEWAY_EXECUTOR: process.env['GATEWAY_EXECUTOR'], GATEWAY_PLANNER: process.env['GATEWAY_PLANNER'],
      ...environment,
    }),
    ...(supergraphSdl !== undefined && { supergraphSdl }),
    logger,
    shutdown,
  })
  const url = `http://127.0.0.1:${port}`

  async function ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(url + path, { redirect: 'manual', ...init })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') === true
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }

  // Not all: subgraphs that a spec breaks are never ready.
  const needed = ['broker', 'redis', 'session.revoked', 'auth.who-is-this']
  await vi.waitUntil(async () => !(await ask('/readyz', {})).body.missing.some((name: string) => needed.includes(name)), 30_000)
  questions.splice(0)

  return {
    url, log, questions, broker, shutdown, namespace, live,
    post: (body, headers = {}) =>
      ask('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    get: (path, headers = {}) => ask(path, { headers }),
    async stop() {
      await shutdown.stop()
      await broker.stop()
      await Promise.all(fakes.map((fake) => fake.stop()))
      await removeNamespace(namespace)
    },
  }
}
