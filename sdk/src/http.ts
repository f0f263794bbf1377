import type { Clock } from './clock.js'
import { GraphError, errorOf } from './graph-error.js'
import type { AnyOperation, Operation } from './operation.js'
import { pauseMs, wait } from './pause.js'

export interface HttpOptions {
  readonly url: string
  readonly fetch: typeof fetch
  /** The session's token; null: none, or the browser's cookie. */
  readonly token: () => string | null
  readonly cookies: boolean
  readonly timeoutMs: number
  readonly retries: number
  readonly clock: Clock
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined
  /** Default: the client's. */
  readonly timeoutMs?: number | undefined
}

/** Asks, and asks again where that can do no harm. */
export async function request<Data, Variables>(
  http: HttpOptions,
  operation: Operation<Data, Variables>,
  variables: Variables,
  { signal, timeoutMs = http.timeoutMs }: RequestOptions = {},
): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await requestOnce(http, operation, variables, { signal, timeoutMs })
    } catch (error) {
      signal?.throwIfAborted()
      if (attempt > http.retries || !(error instanceof GraphError) || !mayRepeat(error, operation, variables)) throw error
      await wait(error.retryAfterSeconds === null ? pauseMs(attempt) : error.retryAfterSeconds * 1_000, signal)
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

async function requestOnce<Data, Variables>(
  { url, fetch, token, cookies, clock }: HttpOptions,
  { text, name }: Operation<Data, Variables>,
  variables: Variables,
  { signal, timeoutMs }: { readonly signal: AbortSignal | undefined; readonly timeoutMs: number },
): Promise<Data> {
  const late = AbortSignal.timeout(timeoutMs)
  const sentAt = Date.now()
  let response: Response
  let body: { data?: Data | null; errors?: unknown } | undefined
  let answer: string
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: headersOf(token(), 'application/json'),
      body: JSON.stringify({ query: text, operationName: name, variables }),
      credentials: cookies ? 'include' : 'omit',
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    })
    clock.heard(response.headers.get('date'), sentAt, Date.now())
    answer = await response.text()
  } catch (cause) {
    signal?.throwIfAborted()
    if (late.aborted) throw new GraphError({ code: 'TIMEOUT', message: `No answer within ${timeoutMs} ms.`, cause })
    throw new GraphError({ code: 'NETWORK', message: 'The graph can\'t be reached.', cause })
  }
  const correlationId = response.headers.get('x-correlation-id')
  try {
    body = JSON.parse(answer)
  } catch (cause) {
    const isProxy = response.status === 502 || response.status === 503 || response.status === 504
    throw new GraphError({ code: isProxy ? 'UNAVAILABLE' : 'BAD_ANSWER', message: `HTTP ${response.status}, and no GraphQL.`, correlationId, cause })
  }
  const error = errorOf(body?.errors, correlationId)
  if (error !== undefined) throw error
  if (body?.data == null) throw new GraphError({ code: 'BAD_ANSWER', message: 'Neither data nor errors came back.', correlationId })
  return body.data
}

export function headersOf(token: string | null, accept: string): Record<string, string> {
  return { 'content-type': 'application/json', accept, ...(token !== null && { authorization: `Bearer ${token}` }) }
}
