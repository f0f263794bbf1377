import type { Logger } from '@mov-ticket/service-kit'
import type { Doorbell } from '@mov-ticket/shared-events'
import type { ApolloServer } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { DocumentLimits } from '../limits/limit-documents.js'
import type { RateLimits } from '../limits/rate-limits.js'
import type { RequestContext } from '../request-context.js'
import type { Sessions } from '../sessions/sessions.js'
import { execute } from './begin.js'
import { createConnectionLimits } from './connection-limits.js'
import type { MostConnections, MostSubscriptions } from './connection-limits.js'
import { createFeed } from './feed/feed.js'
import type { Feed } from './feed/feed.js'
import type { Registry } from '../persisted/registry.js'
import { createLiveSessions } from './live-sessions.js'
import type { LiveSessions } from './live-sessions.js'
import { createDocuments } from './operations/documents.js'
import type { Documents } from './operations/documents.js'
import { readLiveSchema } from './operations/live-schema.js'
import { createSlowConsumers } from './slow-consumers.js'
import { createWebSocketEndpoint } from './sockets/websocket-endpoint.js'
import type { WebSocketEndpoint } from './sockets/websocket-endpoint.js'
import { createEventStreams } from './streams/event-stream.js'
import type { EventStreams } from './streams/event-stream.js'

/** Subscriptions: @apollo/gateway executes none. */
export interface Live {
  readonly documents: Documents
  readonly sockets: WebSocketEndpoint
  readonly streams: EventStreams
  readonly sessions: LiveSessions
  readonly feed: Feed
  /** Resolves when doorbells are heard; until then everything that is watched is asked about every 2 s. */
  readonly hearing: Promise<void>
  /** Running subscriptions go on with this schema. Throws where it has a live field that can't be served. */
  useSchema(supergraphSdl: string, schema: GraphQLSchema): void
  hasSchema(): boolean
  /** Closes all connections. */
  stop(): Promise<void>
}

export interface LiveOptions {
  readonly graph: Pick<ApolloServer<RequestContext>, 'executeOperation'>
  readonly doorbell: Doorbell
  readonly sessions: Sessions
  readonly rates: RateLimits
  readonly runBounded: <T>(task: () => Promise<T>) => Promise<T>
  readonly documentLimits: DocumentLimits & { readonly tokens: number }
  readonly introspection: boolean
  /** Null: everything may be run. */
  readonly registry: Registry | null
  readonly connections: MostConnections
  readonly subscriptions: MostSubscriptions
  readonly maxMessageBytes: number
  readonly beatEveryMs: number
  readonly windowMs: number
  readonly questionMs: number
  readonly slowConsumerMs: number
  readonly sessionFreshMs: number
  readonly allowedOrigins: readonly string[]
  readonly secureCookies: 'auto' | 'always' | 'never'
  readonly trustedProxies: number
  readonly logger: Logger
}

export function createLive(options: LiveOptions): Live {
  const { graph, doorbell, logger } = options
  let hasSchema = false
  const listener = doorbell.listen('*', (channel, version) => feed.ring(channel, version))
  const feed = createFeed({
    execute: (query, variables, asked) => execute(graph, { query, variables, operationName: null }, asked),
    listener,
    learn: (channel, version, insteadOf) => void doorbell.learn(channel, version, insteadOf),
    windowMs: options.windowMs,
    patienceMs: options.questionMs,
    logger,
  })
  const documents = createDocuments({ limits: options.documentLimits, introspection: options.introspection })
  const liveSessions = createLiveSessions({ sessions: options.sessions, now: Date.now, freshMs: options.sessionFreshMs, logger })
  const slowConsumers = createSlowConsumers({ patienceMs: options.slowConsumerMs })
  const connectionLimits = createConnectionLimits(options.connections, options.subscriptions)
  const shared = { ...options, documents, feed, liveSessions, slowConsumers, connectionLimits }
  const sockets = createWebSocketEndpoint(shared)
  const streams = createEventStreams(shared)

  return {
    documents,
    sockets,
    streams,
    feed,
    sessions: liveSessions,
    hearing: listener.hearing,
    useSchema(supergraphSdl, schema) {
      documents.useSchema(readLiveSchema(supergraphSdl, schema))
      hasSchema = true
      sockets.renew()
      streams.renew()
    },
    hasSchema: () => hasSchema,
    async stop() {
      streams.stop()
      await sockets.stop()
      feed.stop()
      liveSessions.stop()
      slowConsumers.stop()
      listener.stop()
    },
  }
}
