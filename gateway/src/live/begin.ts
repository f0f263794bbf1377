import { correlationOfRequest, rateLimited, withCorrelation } from '@mov-ticket/service-kit'
import type { Caller, Logger } from '@mov-ticket/service-kit'
import type { ApolloServer } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { inPieces } from '../graph/in-pieces.js'
import { maskError } from '../graph/mask-error.js'
import { logOutcome, loggedName } from '../http/log-request.js'
import { Refusal } from '../http/refusal.js'
import type { RateLimits } from '../limits/rate-limits.js'
import { newOutcome } from '../request-context.js'
import type { RequestContext, RequestOutcome } from '../request-context.js'
import type { Feed, Viewer, Watching } from './feed/feed.js'
import type { Outlet } from './feed/outlet.js'
import { createUpdate } from './feed/update.js'
import type { Documents, GraphqlRequest } from './operations/documents.js'

/** Who asks over a connection that lasts. */
export interface Subscriber {
  readonly viewer: Viewer
  /** IP address. */
  readonly address: string
}

export interface BeginOptions {
  readonly graph: Pick<ApolloServer<RequestContext>, 'executeOperation'>
  readonly documents: Documents
  readonly feed: Feed
  readonly rates: RateLimits
  readonly runBounded: <T>(task: () => Promise<T>) => Promise<T>
  readonly logger: Logger
}

/** An operation under way. */
export interface Running {
  /** Its client does not want it any more. */
  leave(): void
  /** The schema changed: what is watched is asked of the new one, from where its client is. */
  renew(): void
}

/**
 * Begins what a client asks for over a connection that lasts; all that comes of it goes to the outlet, be it that `read`
 * throws.
 */
export function begin(options: BeginOptions, read: () => GraphqlRequest, subscriber: Subscriber, outlet: Outlet): Running {
  const { documents, feed, rates, logger } = options
  const gone = new AbortController()
  const startedAt = performance.now()
  let request: GraphqlRequest | undefined
  let watching: Watching | undefined

  async function start(): Promise<void> {
    const seconds = await rates.read(subscriber.address, 1)
    if (seconds !== null) throw rateLimited(seconds)
    request = read()
    watch(request, null)
  }

  function watch(asked: GraphqlRequest, version: number | null): void {
    if (gone.signal.aborted) return
    const document = documents.read(asked.query, asked.operationName)
    if (document.kind === 'wrong') return outlet.fail(document.errors.map(shown))
    if (document.kind === 'once') return void once(asked).catch(fail)
    const bound = document.operation.bind(asked.variables)
    const from = { ...bound, afterVersion: version ?? bound.afterVersion }
    watching = feed.watch({ operation: document.operation, bound: from, viewer: subscriber.viewer, outlet })
    outlet.begun()
  }

  async function once(asked: GraphqlRequest): Promise<void> {
    const caller = await subscriber.viewer.caller()
    const outcome = newOutcome()
    const result = await options.runBounded(() => execute(options.graph, asked, { caller, signal: gone.signal, outcome }))
    logOutcome(logger, { outcome, ms: performance.now() - startedAt })
    if (gone.signal.aborted) return
    if (result.data === undefined) return outlet.fail(result.errors ?? [])
    outlet.send(createUpdate(JSON.stringify(result)))
    outlet.complete()
  }

  function fail(error: unknown): void {
    if (gone.signal.aborted) return
    const fault = error instanceof Refusal ? error.fault : error
    outlet.fail([shown(fault instanceof GraphQLError ? fault : new GraphQLError(String(fault), { originalError: asError(fault) }))])
  }

  function shown(error: GraphQLError): GraphQLFormattedError {
    return maskError(error.toJSON(), error, logger)
  }

  start().catch(fail)
  return {
    leave() {
      if (gone.signal.aborted) return
      gone.abort(new Error('The client does not want it any more.'))
      watching?.leave()
      if (watching === undefined) return
      const ms = Math.round(performance.now() - startedAt)
      const operation = loggedName(request?.operationName)
      logger.info({ operation, kind: 'subscription', version: watching.version, ms }, 'watched')
    },
    renew() {
      if (watching === undefined || request === undefined || gone.signal.aborted) return
      const { version } = watching
      watching.leave()
      try {
        watch(request, version)
      } catch (error) {
        fail(error)
      }
    },
  }
}

/** Runs an operation through the graph as any other request. Errors are fit for clients. */
export async function execute(
  graph: BeginOptions['graph'],
  { query, operationName, variables }: GraphqlRequest,
  { caller, signal, outcome = newOutcome() }: {
    readonly caller: Caller
    readonly signal: AbortSignal
    readonly outcome?: RequestOutcome
  },
) {
  const correlation = correlationOfRequest({})
  const contextValue: RequestContext = {
    caller,
    // The page that opened the connection was looked at then.
    credential: null,
    foreignOrigin: false,
    // Watchers share by themselves, and want to know what was so after their bell rang.
    mayShare: false,
    correlation,
    signal,
    outcome,
  }
  const asked = { query, variables, ...(operationName !== null && { operationName }) }
  const { body } = await withCorrelation(correlation, () => graph.executeOperation(asked, { contextValue }))
  if (body.kind !== 'single') throw inPieces()
  return body.singleResult
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
