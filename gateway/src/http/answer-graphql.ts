import { HeaderMap } from '@apollo/server'
import type { ApolloServer, HTTPGraphQLResponse } from '@apollo/server'
import type { Correlation, Identity } from '@mov-ticket/service-kit'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { inPieces } from '../graph/in-pieces.js'
import type { AnswerFast } from '../fast/fast-path.js'
import type { GivenRequest } from '../fast/plain-request.js'
import type { RequestContext, RequestOutcome } from '../request-context.js'
import { credentialOf } from '../sessions/credential.js'
import type { Credential } from '../sessions/credential.js'
import { sessionCookie } from '../sessions/session-cookie.js'
import type { CookieOptions } from '../sessions/session-cookie.js'
import type { Sessions } from '../sessions/sessions.js'
import type { Client } from './client.js'
import { isForeign } from './origins.js'
import { cannotNow } from './refusal.js'
import { isSecure } from './secure.js'

export interface GraphqlEndpoint {
  readonly graph: ApolloServer<RequestContext>
  /** Null: Apollo Server answers everything. */
  readonly answerFast: AnswerFast | null
  readonly sessions: Sessions
  readonly allowedOrigins: readonly string[]
  readonly secureCookies: 'auto' | 'always' | 'never'
  readonly sessionMaxDays: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One GraphQL request over HTTP. Rejects with a Refusal where the graph need not see it. */
export async function answerGraphql(
  endpoint: GraphqlEndpoint,
  { request, body, search, response, client, correlation, outcome }: {
    readonly request: IncomingMessage
    /** Parsed where it is JSON. */
    readonly body: unknown
    /** Of the URL, with its question mark. */
    readonly search: string
    readonly response: ServerResponse
    readonly client: Client
    readonly correlation: Correlation
    readonly outcome: RequestOutcome
  },
): Promise<Answer> {
  const { graph, sessions, allowedOrigins } = endpoint
  const signal = abortedWith(response)
  const secure = isSecure(client, endpoint.secureCookies)
  const credential = credentialOf(request.headers, secure)
  const context: RequestContext = {
    caller: { identity: await identityOf(sessions, credential), address: client.address, userAgent: client.userAgent },
    credential: credential?.kind ?? null,
    foreignOrigin: isForeign({ origin: request.headers.origin, host: client.host }, allowedOrigins),
    correlation,
    mayShare: true,
    signal,
    outcome,
  }
  const { method = 'POST', headers } = request
  const answer =
    (await endpoint.answerFast?.({ method, headers, search, body }, context)) ?? (await answerByApollo(graph, { method, headers, search, body }, context))
  const cookie = noticeSession(outcome, credential, sessions, { secure, maxDays: endpoint.sessionMaxDays })
  return { ...answer, headers: { ...answer.headers, ...cookie } }
}

async function answerByApollo(graph: GraphqlEndpoint['graph'], { method = 'POST', headers, search, body }: GivenRequest, context: RequestContext): Promise<Answer> {
  const answer = await graph.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: headerMap(headers), search, body },
    context: async () => context,
  })
  return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), body: textOf(answer) }
}

async function identityOf(sessions: Sessions, credential: Credential | null): Promise<Identity> {
  if (credential === null) return null
  return sessions.whoseIs(credential.token).catch(() => {
    throw cannotNow()
  })
}

/** What auth said becomes the browser's cookie, and what was known of the token that came is out of date. */
function noticeSession(
  { sessionNotice }: RequestOutcome,
  credential: Credential | null,
  sessions: Sessions,
  options: CookieOptions,
): Record<string, string> {
  if (sessionNotice === null) return {}
  if (credential !== null) sessions.forgetToken(credential.token)
  // Who signs out by header has, in this respect, nothing to do with the session in a cookie.
  if (sessionNotice.token === null && credential?.kind === 'bearer') return {}
  return { 'set-cookie': sessionCookie(sessionNotice, options) }
}

function abortedWith(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The client is gone.'))
  })
  return controller.signal
}

export function searchOf({ url = '' }: IncomingMessage): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start)
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

function textOf({ body }: HTTPGraphQLResponse): string {
  if (body.kind === 'chunked') throw inPieces()
  return body.string
}

