import { readFile } from 'node:fs/promises'
import { createLogger, environmentOf, readEnvironment, startSubgraph, type Caller } from '@mov-ticket/service-kit'
import { connectBroker, createDoorbell, screeningChannel } from '@mov-ticket/shared-events'
import { RedisPubSub } from 'graphql-redis-subscriptions'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { dataChannel } from './data-channel.js'
import { viewerToken } from './documents.js'
import { answerParent } from './questions.js'
import { createSeatMap, type Ticket } from './seat-map.js'

/**
 * A process: the owner of the one screening, in memory, behind the true schema. It rings after each change, as tickets
 * does, and publishes the change itself for the servers that are compared with. It is auth too: viewer-7 is a token.
 */

const seats = 300
const { NAMESPACE, RABBITMQ_URL, REDIS_URL, IDENTITY_SECRET, SCREENING_ID } = readEnvironment({
  NAMESPACE: environmentOf.namespace,
  RABBITMQ_URL: environmentOf.rabbitmqUrl,
  REDIS_URL: environmentOf.redisUrl,
  IDENTITY_SECRET: environmentOf.identitySecret,
  SCREENING_ID: z.string(),
})
const logger = createLogger({ service: 'owner', level: 'warn' })
const map = createSeatMap(SCREENING_ID, seats)

const broker = connectBroker({ url: RABBITMQ_URL, namespace: NAMESPACE, service: 'auth', logger })
await broker.answer('auth.who-is-this', async ({ token }) => {
  if (!token.startsWith(viewerToken(''))) return null
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  return { userId: token, sessionId: `session of ${token}`, role: 'CUSTOMER', expiresAt }
})

/** Every seat is held by the viewer of its number. */
const holders = new Map(map.since(null).tickets.map(({ id }, seat) => [id, viewerToken(seat)]))
const resolversOf: Readonly<Record<string, object>> = {
  auth: {},
  orders: {},
  tickets: {
    Query: {
      seatMap: (_: unknown, { screeningId, afterVersion }: { screeningId: string; afterVersion?: number | null }) =>
        screeningId === SCREENING_ID ? map.since(afterVersion ?? null) : null,
    },
    Ticket: {
      order: ({ id }: Ticket, _: unknown, { caller }: { caller: Caller }) =>
        caller.identity !== null && holders.get(id) === caller.identity.userId ? { id: `order of ${id}` } : null,
    },
  },
}
const ports = await Promise.all(
  Object.entries(resolversOf).map(async ([name, resolvers]) => {
    const schema = new URL(`../../../subgraphs/${name}/schema.graphql`, import.meta.url)
    const { port } = await startSubgraph({
      name, host: '127.0.0.1', port: 0, secret: IDENTITY_SECRET, readiness: {}, resolvers, logger,
      typeDefs: await readFile(schema, 'utf8'),
      context: (caller) => ({ caller }),
    })
    return [name, port] as const
  }),
)

const doorbell = createDoorbell({ redisUrl: REDIS_URL, namespace: NAMESPACE, logger })
const pubsub = new RedisPubSub({ publisher: new Redis(REDIS_URL), subscriber: new Redis(REDIS_URL) })

function change(): void {
  const { id, status, version, lockedUntil } = map.change(new Date())
  doorbell.ring(screeningChannel(SCREENING_ID), version)
  const tickets = [{ id, status, version, lockedUntil: lockedUntil.toISOString() }]
  const update = { seatMapChanged: { version, full: false, tickets } }
  pubsub.publish(dataChannel(NAMESPACE), update).catch((err: unknown) => logger.error({ err }, 'not published'))
}

/** Changes that are due are committed every 2 ms; what a busy machine made late is made up for. */
let timer: NodeJS.Timeout | undefined
function keepPace(changesPerSecond: number): void {
  clearInterval(timer)
  if (changesPerSecond === 0) return
  let due = performance.now()
  timer = setInterval(() => {
    for (; due <= performance.now(); due += 1_000 / changesPerSecond) change()
  }, 2)
}

answerParent({
  change: () => {
    change()
    return map.version
  },
  version: () => map.version,
  pace: (changesPerSecond) => {
    keepPace(changesPerSecond)
    return map.version
  },
})
console.log(JSON.stringify({ msg: 'listening', ...Object.fromEntries(ports) }))
console.log(JSON.stringify({ msg: 'ready' }))
