import { randomUUID } from 'node:crypto'
import { connectMongo, createLogger, createShutdown, IDENTITY_HEADER, signCaller, waitFor } from '@mov-ticket/service-kit'
import type { Identity, Logger } from '@mov-ticket/service-kit'
import { connectBroker, connectRedis, topologyOf } from '@mov-ticket/shared-events'
import type { Broker } from '@mov-ticket/shared-events'
import { connect } from 'amqplib'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { startOrders } from '../start-orders.js'
import type { OrdersOptions } from '../start-orders.js'
import { standInForTickets } from './stand-in-tickets.js'
import type { StandInTickets } from './stand-in-tickets.js'

const secret = 'a secret of at least 32 characters, for specs'

export interface Answered {
  readonly data: Record<string, unknown> | null
  readonly codes: unknown[]
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
}

export type Ask = (query: string, variables: Record<string, unknown>, as: Identity) => Promise<Answered>

/** Orders on real servers, in a namespace of its own, with tickets played by a stand-in. */
export interface RunningOrders {
  readonly namespace: string
  readonly tickets: StandInTickets
  /** A link of its own to the broker, for events that nobody else would send. */
  readonly broker: Broker
  /** The database of orders. */
  readonly database: Connection
  readonly logger: Logger
  /** Asks as this user; null is nobody. */
  readonly ask: Ask
  /** One more process of orders. */
  start(change?: Partial<OrdersOptions>): Promise<{ readonly ask: Ask; stop(): Promise<void> }>
  stop(): Promise<void>
}

export function buyer(userId: string = randomUUID()): NonNullable<Identity> {
  return { userId, sessionId: 'session', role: 'CUSTOMER' }
}

export const admin: NonNullable<Identity> = { userId: 'admin', sessionId: 'session', role: 'ADMIN' }

export async function startOrdersForSpecs(change: Partial<OrdersOptions> = {}): Promise<RunningOrders> {
  const namespace = `test-${randomUUID()}`
  const urls = { mongodbUrl: needed('MONGODB_URL'), rabbitmqUrl: needed('RABBITMQ_URL'), redisUrl: needed('REDIS_URL') }
  const logger = createLogger({ service: 'orders', level: process.env['LOG_LEVEL'] ?? 'silent' })

  async function start(more: Partial<OrdersOptions> = {}) {
    const shutdown = createShutdown({ logger })
    const { port } = await startOrders({
      namespace, ...urls, host: '127.0.0.1', port: 0, secret, waitMs: 5_000, now: () => new Date(), logger, shutdown, ...change, ...more,
    })
    return {
      ask: (query: string, variables: Record<string, unknown>, as: Identity) => askAt(port, query, variables, as),
      stop: async () => void (await shutdown.stop()),
    }
  }

  const broker = connectBroker({ url: urls.rabbitmqUrl, namespace, service: 'tickets', logger })
  const tickets = await standInForTickets(broker)
  const first = await start()
  const database = await connectMongo({ url: urls.mongodbUrl, database: `${namespace}-orders`, logger })

  return {
    namespace,
    tickets,
    broker,
    database,
    logger,
    ask: first.ask,
    start,
    async stop() {
      await first.stop()
      await broker.stop()
      await database.dropDatabase()
      await database.close()
      await removeMessages(urls.rabbitmqUrl, namespace)
      await removeKeys(urls.redisUrl, namespace, logger)
    },
  }
}

function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} must name a server that specs may use; \`npm test\` starts one.`)
  return value
}

const body = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) })).default([]),
})

async function askAt(port: number, query: string, variables: Record<string, unknown>, identity: Identity): Promise<Answered> {
  const caller = signCaller({ identity, address: '127.0.0.1', userAgent: null }, { secret, audience: 'orders', now: new Date() })
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: caller },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = body.parse(await response.json())
  return { data: data ?? null, errors, codes: errors.map(({ extensions }) => extensions['code']) }
}

async function removeMessages(url: string, namespace: string): Promise<void> {
  const connection = await connect(url)
  await topologyOf(namespace).remove(await connection.createChannel())
  await connection.close()
}

async function removeKeys(url: string, namespace: string, logger: Logger): Promise<void> {
  const redis = connectRedis({ url, name: 'spec', logger })
  await waitFor('Redis', () => redis.ping(), logger)
  const keys = await redis.keys(`${namespace}:*`)
  if (keys.length > 0) await redis.unlink(keys)
  redis.disconnect()
}
