import { randomUUID } from 'node:crypto'
import { createShutdown, IDENTITY_HEADER, signCaller, type Identity } from '@mov-ticket/service-kit'
import { connectBroker, createDoorbell, createEvent, type Broker, type Doorbell, type EventType, type PayloadOf } from '@mov-ticket/shared-events'
import { z } from 'zod'
import { startTickets } from '../start-tickets.js'
import { backingServices, removeNamespace, specLogger, testNamespace } from './backing-services.js'

const IDENTITY_SECRET = 'a secret of at least 32 characters, for specs'

export interface Answered {
  readonly data: Record<string, unknown> | null
  readonly codes: readonly unknown[]
  /** What is wrong, by field, where the input was refused. */
  readonly fields: Readonly<Record<string, string>>
}
export type Ask = (query: string, variables?: Record<string, unknown>, as?: Identity) => Promise<Answered>

/** Tickets on real servers, in a namespace of its own, with a broker and a doorbell for what the others would do. */
export interface RunningTickets {
  readonly ask: Ask
  readonly broker: Broker
  readonly doorbell: Doorbell
  send<T extends EventType>(type: T, payload: PayloadOf<T>): Promise<void>
  stop(): Promise<void>
}

export const admin: Identity = { userId: 'admin', sessionId: 'session', role: 'ADMIN' }
export const buyer = (userId: string): Identity => ({ userId, sessionId: 'session', role: 'CUSTOMER' })

export async function startTicketsForSpecs(): Promise<RunningTickets> {
  const namespace = testNamespace()
  const urls = backingServices()
  const logger = specLogger()
  const shutdown = createShutdown({ logger })
  const environment = { NAMESPACE: namespace, HOST: '127.0.0.1', PORT: 0, IDENTITY_SECRET, LOG_LEVEL: 'silent' as const, ...urls }
  const { port } = await startTickets(environment, { logger, shutdown, now: () => new Date() })
  const broker = connectBroker({ url: urls.RABBITMQ_URL, namespace, service: 'spec', logger })
  const doorbell = createDoorbell({ redisUrl: urls.REDIS_URL, namespace, logger })

  return {
    ask: (query, variables = {}, as = null) => askAt(port, query, variables, as),
    broker,
    doorbell,
    send: (type, payload) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- An event of one type is one of any.
      const event = createEvent(type, payload, { aggregateId: randomUUID(), aggregateVersion: 1, now: new Date() }) as Parameters<Broker['publish']>[0]
      return broker.publish(event)
    },
    async stop() {
      await shutdown.stop()
      await Promise.all([broker.stop(), doorbell.stop()])
      await removeNamespace(namespace)
    },
  }
}

const body = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ extensions: z.object({ code: z.string(), fields: z.record(z.string(), z.string()).optional() }) }))
    .default([]),
})

async function askAt(port: number, query: string, variables: Record<string, unknown>, identity: Identity): Promise<Answered> {
  const caller = signCaller({ identity, address: '127.0.0.1', userAgent: null }, { secret: IDENTITY_SECRET, audience: 'tickets', now: new Date() })
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: caller },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = body.parse(await response.json())
  return { data: data ?? null, codes: errors.map(({ extensions }) => extensions.code), fields: errors[0]?.extensions.fields ?? {} }
}
