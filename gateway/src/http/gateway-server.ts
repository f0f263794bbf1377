import {
  CORRELATION_HEADER,
  answerHealth,
  correlationOfRequest,
  internal,
  pathOf,
  sendJson,
  sendText,
  startHttpServer,
  withCorrelation,
} from '@mov-ticket/service-kit'
import type { Correlation, HttpServer, HttpServerOptions, Logger, Readiness } from '@mov-ticket/service-kit'
import { GraphQLError } from 'graphql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RateLimits } from '../limits/rate-limits.js'
import type { Registry } from '../persisted/registry.js'
import type { Playground } from '../playground/playground.js'
import type { WebApp } from '../web/web-app.js'
import { newOutcome } from '../request-context.js'
import { isForStream, payloadOfSearch, searchOfPayload } from '../live/streams/stream-request.js'
import type { Live } from '../live/live.js'
import { credentialOf } from '../sessions/credential.js'
import { answerGraphql, searchOf } from './answer-graphql.js'
import type { GraphqlEndpoint } from './answer-graphql.js'
import { clientOf } from './client.js'
import { logRequest } from './log-request.js'
import { corsHeaders, preflightHeaders } from './origins.js'
import { readBody } from './read-body.js'
import { isSecure } from './secure.js'
import { Refusal, badRequest, tooManyRequests } from './refusal.js'
import { securityHeaders } from './security-headers.js'

export interface GatewayServerOptions extends GraphqlEndpoint {
  readonly host: string
  readonly port: number
  /** Null: there is none. */
  readonly playground: Playground | null
  /** Null: pages are served by another, or not at all. */
  readonly web: WebApp | null
  /** Null: everything may be run. */
  readonly registry: Registry | null
  readonly rates: RateLimits
  readonly readiness: Readiness
  readonly runBounded: <T>(task: () => Promise<T>) => Promise<T>
  readonly live: Pick<Live, 'documents' | 'sockets' | 'streams'>
  readonly trustedProxies: number
  readonly logger: Logger
}

/** `/graphql` (programs, sockets and, as a page, browsers), what the page needs, `/healthz` and `/readyz`, and the web app. */
export async function startGatewayServer(options: GatewayServerOptions): Promise<HttpServer> {
  const { logger, playground, web, allowedOrigins, readiness, rates, registry, runBounded, live } = options

  async function answer(request: IncomingMessage, response: ServerResponse, correlation: Correlation): Promise<void> {
    const client = clientOf(request, options.trustedProxies)
    setHeaders(response, { ...securityHeaders(client.secure), ...corsHeaders(request.headers, allowedOrigins) })
    if (await answerHealth(request, response, { readiness, stopping: server.stopping })) return
    if (web?.answer(request, response) === true) return
    if ((await playground?.answer(request, response)) === true) return
    if (pathOf(request) !== '/graphql') throw badRequest(404, 'There is nothing here.')
    if (request.method === 'OPTIONS') return sendText(response, 204, preflightHeaders, '')
    const outcome = newOutcome()
    const startedAt = performance.now()
    response.once('close', () => logRequest(logger, { response, outcome, ms: performance.now() - startedAt }))
    try {
      const seconds = await rates.read(client.address, 1)
      if (seconds !== null) throw tooManyRequests(seconds)
      const body = await readBody(request)
      const isGet = request.method === 'GET'
      const given = isGet ? payloadOfSearch(searchOf(request)) : body
      const payload = registry === null ? given : admitted(registry, given)
      if (isForStream(live.documents, request, payload)) {
        outcome.operation = { kind: 'stream', name: null }
        const credential = credentialOf(request.headers, isSecure(client, options.secureCookies))
        return await live.streams.begin({ request, response, client, credential, payload })
      }
      const rewritten = registry === null ? {} : isGet ? { search: searchOfPayload(payload) } : { body: payload }
      const asked = { request, body, search: searchOf(request), ...rewritten, response, client, correlation, outcome }
      const answered = await runBounded(() => answerGraphql(options, asked))
      sendText(response, answered.status, answered.headers, answered.body)
    } catch (error) {
      if (error instanceof Refusal) outcome.codes = [String(error.fault.extensions['code'])]
      throw error
    }
  }

  const upgrade: HttpServerOptions['upgrade'] = (request, socket, head) => live.sockets.upgrade(request, socket, head)
  const server = await startHttpServer({ ...options, upgrade }, async (request, response) => {
    const correlation = correlationOfRequest(request.headers)
    response.setHeader(CORRELATION_HEADER, correlation.correlationId)
    await withCorrelation(correlation, () => answer(request, response, correlation)).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return
      if (error instanceof Refusal) return refuse(response, error)
      logger.error({ err: error }, 'a request failed')
      return refuse(response, new Refusal(500, internal()))
    })
  })
  return server
}

/** What is not found is told as where operations are persisted automatically: clients then send the text. */
function admitted(registry: Registry, payload: unknown): Record<string, unknown> {
  try {
    return registry.admit(payload)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { code } = error.extensions
    throw new Refusal(code === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : code === 'OPERATION_NOT_ALLOWED' ? 403 : 400, error)
  }
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

function refuse(response: ServerResponse, { status, fault, headers }: Refusal): void {
  setHeaders(response, headers)
  const { message, extensions } = fault
  sendJson(response, status, { errors: [{ message, extensions }] })
}
