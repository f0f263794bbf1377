import { HeaderMap } from '@apollo/server'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller } from './caller.js'
import { correlationOfRequest } from './correlation-of-request.js'
import { withCorrelation } from './correlation.js'
import { createGraphqlServer } from './create-graphql-server.js'
import type { GraphqlServerOptions } from './create-graphql-server.js'
import { answerHealth } from './health.js'
import { startHttpServer } from './http-server.js'
import { RefusedRequest, readJsonBody } from './read-json-body.js'
import type { Readiness } from './readiness.js'
import { sendJson, sendText } from './send-json.js'
import { IDENTITY_HEADER, verifyCaller } from './signed-caller.js'

export interface SubgraphOptions<C extends object> extends GraphqlServerOptions {
  /** The subgraph's name: what callers must be signed for. */
  readonly name: string
  readonly host: string
  readonly port: number
  /** The secret that the gateway signs callers with. */
  readonly secret: string
  readonly readiness: Readiness
  /** The context of one request; what it sets on `response` becomes a header of the answer. */
  readonly context: (caller: Caller, response: { setHeader(name: string, value: string): void }) => C
}

export interface Subgraph {
  readonly port: number
  /** Lets running requests end, at most 5 s. Idempotent. */
  stop(): Promise<void>
}

/** Serves `POST /graphql` to the gateway alone, `GET /healthz` and `GET /readyz` to anybody. */
export async function startSubgraph<C extends object>(options: SubgraphOptions<C>): Promise<Subgraph> {
  const { name, secret, logger, readiness } = options
  const apollo = await createGraphqlServer<C>(options)

  function callerOf(request: IncomingMessage): Caller | null {
    const token = request.headers[IDENTITY_HEADER]
    try {
      return typeof token === 'string' ? verifyCaller(token, { secret, audience: name, now: new Date() }) : null
    } catch (err) {
      logger.warn({ err, from: request.socket.remoteAddress }, 'refused a caller')
      return null
    }
  }

  async function execute(request: IncomingMessage, response: ServerResponse, caller: Caller): Promise<void> {
    const body = await readJsonBody(request)
    const own = new Map<string, string>()
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body },
      context: () => Promise.resolve(options.context(caller, { setHeader: (key, value) => void own.set(key, value) })),
    })
    if (answer.body.kind === 'chunked') throw new Error('A subgraph answers in one piece.')
    sendText(response, answer.status ?? 200, { ...Object.fromEntries(answer.headers), ...Object.fromEntries(own) }, answer.body.string)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (await answerHealth(request, response, { readiness, stopping: server.stopping })) return
    const caller = callerOf(request)
    if (caller === null) return refuse(response, 401, 'UNAUTHENTICATED', 'Only the gateway may ask.')
    if (request.url !== '/graphql') return refuse(response, 404, 'NOT_FOUND', 'There is nothing here.')
    if (request.method !== 'POST') return refuse(response, 405, 'BAD_REQUEST', 'POST it.')
    try {
      await withCorrelation(correlationOfRequest(request.headers), () => execute(request, response, caller))
    } catch (error) {
      if (error instanceof RefusedRequest) return refuse(response, error.status, 'BAD_USER_INPUT', error.message)
      logger.error({ err: error }, 'a request failed')
      refuse(response, 500, 'INTERNAL', 'Something went wrong on our side.')
    }
  }

  const server = await startHttpServer(options, handle)
  const stop = async () => {
    await server.stop()
    await apollo.stop()
  }
  let stopped: Promise<void> | undefined
  return { port: server.port, stop: () => (stopped ??= stop()) }
}

function headersOf(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap()
  for (const [key, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(key, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** The rest of a refused body is not read: the connection ends with the answer. */
function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  if (response.headersSent) return
  response.shouldKeepAlive = false
  sendJson(response, status, { errors: [{ message, extensions: { code } }] })
}
