/** One who talks to the graph as a program does: JSON over HTTP, the session as a bearer token. */

export interface GraphError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: {
    readonly code?: string
    readonly fields?: Readonly<Record<string, string>>
    readonly retryAfterSeconds?: number
  }
}

export interface Answer<T> {
  readonly status: number
  readonly data: T | null
  readonly errors: readonly GraphError[]
}

/** What the graph, or HTTP, answered instead of data. */
export class GraphFault extends Error {
  readonly status: number
  readonly errors: readonly GraphError[]

  constructor({ status, errors }: Answer<unknown>) {
    const first = errors[0]
    super(`HTTP ${status}: ${first?.extensions.code ?? 'no code'} ${first?.message ?? ''}`)
    this.status = status
    this.errors = errors
  }

  get code(): string | undefined {
    return this.errors[0]?.extensions.code
  }
}

export interface Client {
  readonly url: string
  readonly token: string | null
  /** The answer whatever it is; rejects only where there is none. */
  answer<T>(query: string, variables?: Record<string, unknown>): Promise<Answer<T>>
  /** The data; rejects with a GraphFault where there is any error. */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>
  /** A body that need not be GraphQL, nor JSON. */
  post(body: string, headers?: Record<string, string>): Promise<Answer<unknown>>
}

export function createClient(url: string, token: string | null = null): Client {
  async function send<T>(body: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body,
    })
    const text = await response.text()
    try {
      const { data = null, errors = [] }: { data?: T | null; errors?: Partial<GraphError>[] } = JSON.parse(text)
      return {
        status: response.status,
        data,
        errors: errors.map((error) => ({ message: '', extensions: {}, ...error })),
      }
    } catch {
      // No GraphQL, such as an answer of a proxy: an error without a code.
      return { status: response.status, data: null, errors: [{ message: text.slice(0, 500), extensions: {} }] }
    }
  }

  async function answer<T>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    return send<T>(JSON.stringify({ query, variables }))
  }

  async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const given = await answer<T>(query, variables)
    if (given.errors.length > 0 || given.data === null) throw new GraphFault(given)
    return given.data
  }

  return { url, token, answer, ask, post: send }
}
