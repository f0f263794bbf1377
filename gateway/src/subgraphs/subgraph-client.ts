import { CORRELATION_HEADER, IDENTITY_HEADER, SESSION_HEADER, signCaller } from '@mov-ticket/service-kit'
import type { Caller, Correlation } from '@mov-ticket/service-kit'
import { Pool } from 'undici'
import { parseAnswer } from './subgraph-answer.js'
import type { SubgraphAnswer } from './subgraph-answer.js'

export interface SubgraphClientOptions {
  /** The subgraph's name: what callers are signed for. */
  readonly name: string
  /** Its GraphQL endpoint. */
  readonly url: string
  readonly secret: string
  readonly timeoutMs: number
}

export interface SubgraphRequest {
  /** A GraphQL request as JSON. */
  readonly body: string
  readonly caller: Caller
  readonly correlation: Correlation
  readonly signal?: AbortSignal
  /** Whether the answer may be one that the same caller asked for just before. */
  readonly mayShare?: boolean
}

export interface SubgraphClient {
  /** Rejects with SubgraphUnavailable, SubgraphRefused, or the signal's reason. */
  ask(request: SubgraphRequest): Promise<SubgraphAnswer & { readonly sessionHeader: string | null }>
  /** Rejects where the subgraph is not ready or does not believe our signature. */
  ready(): Promise<void>
  stop(): Promise<void>
}

/** It did not answer, not in time, or not with an answer: the same request may succeed later. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable'
}

/** It does not believe our signature: the environment is wrong, and no client can do anything about it. */
export class SubgraphRefused extends Error {
  override readonly name = 'SubgraphRefused'
}

/** Shorter than a subgraph keeps idle connections (65 s), so that a request never meets a closing one. */
const KEEP_ALIVE_MS = 30_000
const nobody: Caller = { identity: null, address: '', userAgent: null }

export function createSubgraphClient({ name, url, secret, timeoutMs }: SubgraphClientOptions): SubgraphClient {
  const { origin, pathname, search } = new URL(url)
  // As many connections as requests are in flight (MAX_IN_FLIGHT bounds them): orders wait seconds for their outcome.
  const pool = new Pool(origin, { keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: 0, bodyTimeout: 0 })

  async function ask({ body, caller, correlation, signal }: SubgraphRequest) {
    const patience = AbortSignal.timeout(timeoutMs)
    const { statusCode, headers, text } = await pool
      .request({
        path: pathname + search,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          [IDENTITY_HEADER]: signCaller(caller, { secret, audience: name, now: new Date() }),
          [CORRELATION_HEADER]: correlation.correlationId,
          ...(correlation.traceparent !== null && { traceparent: correlation.traceparent }),
        },
        body,
        signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
      })
      .then(async (response) => ({ ...response, text: await response.body.text() }))
      .catch((cause: unknown) => {
        throw signal?.aborted === true ? signal.reason : new SubgraphUnavailable(`${name} does not answer`, { cause })
      })
    if (statusCode === 401) throw new SubgraphRefused(`${name} does not believe our signature`)
    if (statusCode >= 500) throw new SubgraphUnavailable(`${name} answers with ${statusCode}`, { cause: text })
    return { ...answerIn(name, text), sessionHeader: single(headers[SESSION_HEADER]) }
  }

  async function ready(): Promise<void> {
    const { statusCode, body } = await pool.request({ path: '/readyz', method: 'GET', signal: AbortSignal.timeout(timeoutMs) })
    await body.dump()
    if (statusCode !== 200) throw new SubgraphUnavailable(`${name} is not ready`)
    const correlation = { correlationId: 'readiness', causationId: null, traceparent: null }
    await ask({ body: '{"query":"{ __typename }"}', caller: nobody, correlation })
  }

  return { ask, ready, stop: () => pool.close() }
}

function answerIn(name: string, text: string): SubgraphAnswer {
  try {
    return parseAnswer(text)
  } catch (cause) {
    throw new SubgraphUnavailable(`${name} answers with something else than a GraphQL answer`, { cause })
  }
}

function single(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null
}
