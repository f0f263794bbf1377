import type { Clock } from './clock.js'
import { GraphError, errorOf } from './graph-error.js'
import type { Hashes } from './hashes.js'
import type { AnyOperation, Operation } from './operation.js'
import { betweenRequests, pauseMs, wait } from './pause.js'
import { uniqueId } from './unique-id.js'

export interface HttpOptions {
  readonly url: string
  readonly fetch: typeof fetch
  /** The session's token; null: none, or the browser's cookie. */
  readonly token: () => string | null
  readonly cookies: boolean
  readonly timeoutMs: number
  readonly retries: number
  /** The longest pause before the next try. */
  readonly pauseMs: number
  readonly clock: Clock
  /** Null: texts are sent. */
  readonly hashes: Hashes | null
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** How long one try may take. Default: the client's. */
  readonly timeoutMs?: number | undefined
  /** How often it is tried again, where that can do no harm. Default: the client's. */
  readonly retries?: number | undefined
}

/** Who is asked to wait longer than this is told so instead. */
const MAX_WAIT_MS = 15_000

/** Asks, and asks again where that can do no harm. */
export async function request<Data, Variables>(
  http: HttpOptions,
  operation: Operation<Data, Variables>,
  variables: Variables,
  { signal, timeoutMs = http.timeoutMs, retries = http.retries }: RequestOptions = {},
): Promise<Data> {
  // The same for all tries: whoever looks for it finds all of them.
  const correlationId = uniqueId()
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestOnce(http, operation, variables, { signal, timeoutMs, correlationId })
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt > retries || !(error instanceof GraphError) || !mayRepeat(error, operation, variables)) throw error
      const pause = pauseMs(attempt, { ...betweenRequests, mostMs: http.pauseMs }) + (error.retryAfterSeconds ?? 0) * 1_000
      if (pause > MAX_WAIT_MS) throw error
      await wait(pause, signal)
    }
  }
}

/** What was refused for its rate did not run. What may have run is asked again only where twice is as good as once. */
function mayRepeat({ code }: GraphError, { kind, name }: AnyOperation, variables: unknown): boolean {
  if (code === 'RATE_LIMITED') return true
  if (code !== 'NETWORK' && code !== 'TIMEOUT' && code !== 'UNAVAILABLE') return false
  return kind === 'query' || name === 'CancelOrder' || hasKey(variables)
}

function hasKey(variables: unknown): boolean {
  if (typeof variables !== 'object' || variables === null) return false
  return 'idempotencyKey' in variables || ('input' in variables && hasKey(variables.input))
}

interface Asked {
  readonly signal: AbortSignal | undefined
  readonly timeoutMs: number
  readonly correlationId: string
}

async function requestOnce<Data, Variables>(
  http: HttpOptions,
  { text: query, name: operationName, rootField }: Operation<Data, Variables>,
  variables: Variables,
  asked: Asked,
): Promise<Data> {
  const hash = (await http.hashes?.of(query)) ?? null
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } }
  let answer = await exchange(http, { operationName, variables, ...(hash === null ? { query } : { extensions }) }, asked)
  // Nothing has run then.
  if (answer.code === 'PERSISTED_QUERY_NOT_FOUND') {
    answer = await exchange(http, { query, operationName, variables, extensions }, asked)
  } else if (answer.code === 'PERSISTED_QUERY_NOT_SUPPORTED') {
    http.hashes?.giveUp()
    answer = await exchange(http, { query, operationName, variables }, asked)
  }
  const { result, error, sentAt, cameAt } = answer
  if (error !== undefined) throw error
  const { data }: { data?: Data | null } = result
  if (data == null) throw new GraphError({ code: 'BAD_ANSWER', message: 'Neither data nor errors came back.', correlationId: asked.correlationId })
  http.clock.heardOrder(orderIn(data[rootField]), sentAt, cameAt)
  return data
}

async function exchange({ url, fetch, token, cookies, clock }: HttpOptions, body: object, { signal, timeoutMs, correlationId }: Asked) {
  const late = AbortSignal.timeout(timeoutMs)
  const sentAt = Date.now()
  let response: Response
  let answer: string
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { ...headersOf(token(), 'application/json'), 'x-correlation-id': correlationId },
      body: JSON.stringify(body),
      credentials: cookies ? 'include' : 'omit',
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    })
    answer = await response.text()
  } catch (cause) {
    signal?.throwIfAborted()
    if (late.aborted) throw new GraphError({ code: 'TIMEOUT', message: `No answer within ${timeoutMs} ms.`, correlationId, cause })
    throw new GraphError({ code: 'NETWORK', message: "The graph can't be reached.", correlationId, cause })
  }
  const cameAt = Date.now()
  clock.heardDate(response.headers.get('date'), sentAt, cameAt)
  const result = read(answer, response.status, correlationId)
  const { errors }: { errors?: unknown } = result
  const error = errorOf(errors, correlationId)
  const code: string | undefined = error?.code
  return { result, error, code, sentAt, cameAt }
}

function read(answer: string, status: number, correlationId: string): object {
  try {
    const body: object | null = JSON.parse(answer)
    return body ?? {}
  } catch (cause) {
    // Somebody between us and the graph answered: a proxy that can't reach it, or something else altogether.
    // Node's 408 is about a connection, not about the request that met it on the way: nobody looked at that.
    const code = status === 408 || status === 502 || status === 503 || status === 504 ? 'UNAVAILABLE' : 'BAD_ANSWER'
    throw new GraphError({ code, message: `HTTP ${status}, and no GraphQL.`, correlationId, cause })
  }
}

function orderIn(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'order' in result ? result.order : result
}

export function headersOf(token: string | null, accept: string): Record<string, string> {
  return { 'content-type': 'application/json', accept, ...(token !== null && { authorization: `Bearer ${token}` }) }
}
