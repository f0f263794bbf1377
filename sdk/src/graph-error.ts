/** Codes of the graph, and NETWORK (nothing came back), TIMEOUT (not in time) and BAD_ANSWER (no GraphQL). */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_NOT_ALLOWED'
  | 'NETWORK'
  | 'TIMEOUT'
  | 'BAD_ANSWER'

export interface GraphErrorFacts {
  readonly code: ErrorCode
  readonly message: string
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly retryAfterSeconds?: number | undefined
  readonly correlationId?: string | null | undefined
  readonly cause?: unknown
}

/** Everything that can go wrong, but for what the schema answers itself (such as `OrderRefused`) and aborts by the caller. */
export class GraphError extends Error {
  override readonly name = 'GraphError'
  readonly code: ErrorCode
  /** With BAD_USER_INPUT: what is wrong, by path, such as `input.email`. */
  readonly fields: Readonly<Record<string, string>>
  /** With RATE_LIMITED: when it is worth trying again. */
  readonly retryAfterSeconds: number | null
  /** What to tell who runs the platform; null where nothing came back. */
  readonly correlationId: string | null

  constructor({ code, message, fields, retryAfterSeconds, correlationId, cause }: GraphErrorFacts) {
    super(message, { cause })
    this.code = code
    this.fields = fields ?? {}
    this.retryAfterSeconds = retryAfterSeconds ?? null
    this.correlationId = correlationId ?? null
  }
}

/** The errors of an execution result, as far as they are well formed; undefined where there are none. */
export function errorOf(errors: unknown, correlationId: string | null = null): GraphError | undefined {
  if (!Array.isArray(errors) || errors.length === 0) return undefined
  const [first]: { message?: string; extensions?: Partial<GraphErrorFacts> }[] = errors
  const { code = 'INTERNAL', fields, retryAfterSeconds } = first?.extensions ?? {}
  return new GraphError({ code, fields, retryAfterSeconds, correlationId, message: first?.message ?? 'The graph answered with an error.' })
}
