import { waitFor } from '@mov-ticket/service-kit'
import type { Logger, Readiness, Shutdown } from '@mov-ticket/service-kit'
import { connectBroker, createDoorbell } from '@mov-ticket/shared-events'
import type { Broker } from '@mov-ticket/shared-events'
import type { SupergraphManager } from '@apollo/gateway'
import { readFile } from 'node:fs/promises'
import { startPlanning } from './engine/plan/start-planning.js'
import type { GatewayEnvironment } from './environment.js'
import { createShortcuts } from './fast/create-shortcuts.js'
import { createGraphServer } from './graph/graph-server.js'
import { startGatewayServer } from './http/gateway-server.js'
import { createInFlight } from './http/in-flight.js'
import { createRateLimits } from './limits/rate-limits.js'
import type { LiveSessions } from './live/live-sessions.js'
import { createLive } from './live/live.js'
import type { Live } from './live/live.js'
import { readRegistry } from './persisted/read-registry.js'
import { createPlayground } from './playground/playground.js'
import { createSessions } from './sessions/sessions.js'
import type { Sessions } from './sessions/sessions.js'
import { createSubgraphClient } from './subgraphs/subgraph-client.js'
import type { SubgraphClient } from './subgraphs/subgraph-client.js'
import { createSubgraph } from './subgraphs/subgraph.js'
import { createWebApp } from './web/web-app.js'
import { whenSessionRevokedEndIt } from './when-session-revoked-end-it.js'

const WHO_IS_THIS_TIMEOUT_MS = 3_000
const supergraphFile = new URL('../supergraph.graphql', import.meta.url)

export interface GatewayOptions {
  readonly environment: GatewayEnvironment
  readonly logger: Logger
  readonly shutdown: Shutdown
  /** Default: the one that is checked in. */
  readonly supergraphSdl?: string | SupergraphManager
}

export interface Gateway {
  readonly port: number
  readonly live: Live
  /** Resolves when everything that the gateway needs answers. */
  untilReady(): Promise<void>
}

/** Wires the gateway's parts. It listens at once, whoever else is there. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { environment, logger, shutdown } = options
  const supergraphSdl = options.supergraphSdl ?? (await readFile(supergraphFile, 'utf8'))

  const broker = connectBroker({ url: environment.RABBITMQ_URL, namespace: environment.NAMESPACE, service: 'gateway', logger })
  shutdown.onStop('broker', () => broker.stop())
  const sessions = createSessions({
    ask: (question) => broker.ask('auth.who-is-this', question, { timeoutMs: WHO_IS_THIS_TIMEOUT_MS }),
    now: Date.now,
    freshMs: environment.SESSION_CACHE_MS,
    logger,
  })

  const clients = subgraphClients(environment)
  shutdown.onStop('subgraph connections', () => Promise.all(Object.values(clients).map((client) => client.stop())))

  const rates = createRateLimits({
    readsPerSecond: environment.READS_PER_SECOND,
    mutationsPerSecond: environment.MUTATIONS_PER_SECOND,
    anonymousMutationsPerSecond: environment.ANONYMOUS_MUTATIONS_PER_SECOND,
  })
  const shortcuts = createShortcuts(environment, rates, logger)
  const subgraphs = Object.fromEntries(
    Object.entries(clients).map(([name, client]) => [
      name,
      createSubgraph({ name, client: shortcuts.shareRequests(name, client), mayNoticeSessions: name === 'auth', logger }),
    ]),
  )
  const limits = {
    tokens: environment.MAX_QUERY_TOKENS,
    depth: environment.MAX_QUERY_DEPTH,
    aliases: environment.MAX_QUERY_ALIASES,
    directives: environment.MAX_QUERY_DIRECTIVES,
    cost: environment.MAX_QUERY_COST,
  }
  const registry = await readRegistry(environment.PERSISTED_ONLY)
  const introspection = environment.INTROSPECTION === 'on'
  const graph = createGraphServer({
    supergraphSdl,
    subgraphs,
    engine: environment.GATEWAY_EXECUTOR === 'engine' ? { ...shortcuts, ...engineOptions(environment, logger, shutdown) } : null,
    introspection,
    limits,
    rates,
    onSchema(sdl, schema) {
      shortcuts.useSchema(sdl, schema)
      live.useSchema(sdl, schema)
    },
    logger,
  })
  const doorbell = createDoorbell({ redisUrl: environment.REDIS_URL, namespace: environment.NAMESPACE, logger })
  shutdown.onStop('doorbell', () => doorbell.stop())
  const runBounded = createInFlight(environment.MAX_IN_FLIGHT)
  const live = createLive({
    graph,
    doorbell,
    sessions,
    rates,
    runBounded,
    documentLimits: limits,
    introspection,
    registry,
    connections: {
      inAll: environment.LIVE_CONNECTIONS,
      perAddress: environment.LIVE_CONNECTIONS_PER_ADDRESS,
      perUser: environment.LIVE_CONNECTIONS_PER_USER,
    },
    subscriptions: {
      perConnection: environment.LIVE_SUBSCRIPTIONS_PER_CONNECTION,
      perAddress: environment.LIVE_SUBSCRIPTIONS_PER_ADDRESS,
      perUser: environment.LIVE_SUBSCRIPTIONS_PER_USER,
    },
    maxMessageBytes: environment.LIVE_MESSAGE_BYTES,
    beatEveryMs: environment.LIVE_BEAT_MS,
    windowMs: environment.LIVE_WINDOW_MS,
    questionMs: environment.LIVE_QUESTION_MS,
    slowConsumerMs: environment.LIVE_SLOW_CONSUMER_MS,
    sessionFreshMs: environment.SESSION_CACHE_MS,
    allowedOrigins: environment.CORS_ORIGINS,
    secureCookies: environment.SECURE_COOKIES,
    trustedProxies: environment.TRUST_PROXY,
    logger,
  })
  await graph.start()
  if (!live.hasSchema()) throw new Error('The supergraph has live fields that can\'t be served; the log says why.')
  shutdown.onStop('graph', () => graph.stop())
  const revocations = hearRevocations(broker, sessions, live.sessions, logger)

  const readiness: Readiness = {
    broker: () => broker.ready(),
    redis: () => doorbell.ready(),
    'session.revoked': revocations.ready,
    'auth.who-is-this': async () => {
      const question = { token: 'is-anybody-there', slide: false }
      await broker.ask('auth.who-is-this', question, { timeoutMs: WHO_IS_THIS_TIMEOUT_MS })
    },
    ...Object.fromEntries(Object.entries(clients).map(([name, client]) => [name, () => client.ready()])),
  }
  const server = await startGatewayServer({
    host: environment.HOST,
    port: environment.PORT,
    graph,
    answerFast: shortcuts.answerFast,
    sessions,
    rates,
    readiness,
    registry,
    playground: introspection && registry === null ? await createPlayground() : null,
    web: environment.WEB_FOLDER === '' ? null : await createWebApp(environment.WEB_FOLDER),
    allowedOrigins: environment.CORS_ORIGINS,
    secureCookies: environment.SECURE_COOKIES,
    sessionMaxDays: environment.SESSION_MAX_DAYS,
    trustedProxies: environment.TRUST_PROXY,
    runBounded,
    live,
    logger,
  })
  // Longer than orders waits for an outcome, shorter than the shutdown as a whole.
  shutdown.onStop('HTTP', () => server.stop(8_000))
  shutdown.onStop('live', () => live.stop())
  return { port: server.port, live, untilReady: () => untilReady(readiness, logger) }
}

function engineOptions(environment: GatewayEnvironment, logger: Logger, shutdown: Shutdown) {
  const planning = startPlanning(environment.GATEWAY_PLANNER, logger)
  shutdown.onStop('planning', () => planning.stop())
  return {
    createPlanner: planning.createPlanner,
    deadlineMs: environment.OPERATION_TIMEOUT_MS,
    cacheBytes: environment.OPERATION_CACHE_BYTES,
  }
}

function subgraphClients(environment: GatewayEnvironment): Readonly<Record<string, SubgraphClient>> {
  const { IDENTITY_SECRET: secret, SUBGRAPH_TIMEOUT_MS: timeoutMs, AUTH_TIMEOUT_MS, ORDERS_TIMEOUT_MS } = environment
  return {
    auth: createSubgraphClient({ name: 'auth', url: environment.AUTH_URL, secret, timeoutMs: AUTH_TIMEOUT_MS }),
    tickets: createSubgraphClient({ name: 'tickets', url: environment.TICKETS_URL, secret, timeoutMs }),
    orders: createSubgraphClient({ name: 'orders', url: environment.ORDERS_URL, secret, timeoutMs: ORDERS_TIMEOUT_MS }),
  }
}

/** In the background: the gateway serves before the broker is there. What was missed until then is asked again. */
function hearRevocations(
  broker: Broker,
  sessions: Sessions,
  liveSessions: LiveSessions,
  logger: Logger,
): { readonly ready: () => Promise<void> } {
  const handlers = { 'session.revoked': whenSessionRevokedEndIt(sessions, liveSessions) }
  function mayHaveMissed(): void {
    sessions.forgetAll()
    liveSessions.checkAll()
  }
  broker.onReconnect(mayHaveMissed)
  let heard = false
  async function hear(): Promise<void> {
    await broker.subscribeExclusively(['session.revoked'], handlers)
    heard = true
    mayHaveMissed()
  }
  hear().catch((err: unknown) => logger.error({ err }, 'revocations of sessions are not heard'))
  return {
    async ready() {
      if (!heard) throw new Error('Revocations are not heard yet.')
    },
  }
}

async function untilReady(readiness: Readiness, logger: Logger): Promise<void> {
  await Promise.all(Object.entries(readiness).map(([name, check]) => waitFor(name, check, logger)))
}
