import type { GraphError } from '../client.js'

export interface LiveResult<T> {
  readonly data?: T | null
  readonly errors?: readonly GraphError[]
}

export interface LiveRequest {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Of a session; null: nobody is signed in. */
  readonly token: string | null
}

/** How a subscription ended. */
export type End =
  | { readonly kind: 'completed' }
  /** The request itself was wrong, or too much. */
  | { readonly kind: 'refused'; readonly errors: readonly GraphError[] }
  /** Without a word; for a WebSocket with its close code. */
  | { readonly kind: 'lost'; readonly code: number | null; readonly reason: string }

export interface Subscription {
  readonly ended: Promise<End>
  /** Is gone without a word, as a client whose machine fails. */
  cut(): void
}

/** One subscription on a connection of its own. */
export type Transport = <T>(url: string, request: LiveRequest, onNext: (result: LiveResult<T>) => void) => Subscription
