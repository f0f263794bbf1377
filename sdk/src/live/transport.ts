import type { GraphError } from '../graph-error.js'
import type { AnyOperation } from '../operation.js'

/** An execution result, as it came. */
export interface Result {
  readonly data?: unknown
  readonly errors?: unknown
}

/** What becomes of a subscription. After `lost`, `renewed`, `failed` and `completed` nothing more comes. */
export interface Subscription {
  readonly operation: AnyOperation
  readonly variables: Readonly<Record<string, unknown>>
  /** Watchers that use the same id share ready frames in the gateway. */
  readonly id: string
  next(result: Result): void
  /** The connection is gone, or was never there: it can be begun again. */
  lost(): void
  /** We ended the connection ourselves: begin again at once. */
  renewed(): void
  /** The graph refuses it as it is. */
  failed(error: GraphError): void
  completed(): void
}

export interface Transport {
  /** Begins it; the returned function ends it without a word. */
  start(subscription: Subscription): () => void
  /** Has all that runs begun again, as whoever is signed in by then. */
  renew(): void
}
