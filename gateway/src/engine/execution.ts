import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from './data/json.js'
import type { Variables } from './operation/variables.js'

/** One operation being answered. */
export interface Execution {
  /** What the fetches brought so far, merged. */
  readonly data: JsonObject
  readonly variables: Variables
  /** Fit for clients; their paths are keys of `data`. */
  readonly errors: GraphQLFormattedError[]
  readonly ask: AskSubgraph
  readonly report: Report
}

/** Sends a request's body to a subgraph. Never rejects. */
export type AskSubgraph = (subgraph: string, body: string) => Promise<SubgraphReply>

/** Errors are fit for clients; their paths are the subgraph's own. */
export type SubgraphReply =
  | { readonly kind: 'answer'; readonly data: JsonObject | null; readonly errors: readonly GraphQLFormattedError[] }
  /** Nothing came; why is logged already. */
  | { readonly kind: 'failure'; readonly fault: Fault }

export interface Fault {
  readonly message: string
  readonly extensions: Readonly<Record<string, unknown>>
}

/** For the log: what a subgraph did wrong that the answer does not show in full. */
export type Report = (problem: string, details: Readonly<Record<string, unknown>>) => void

/** A step of a compiled plan. Undefined where there was nothing to wait for. Never rejects. */
export type Step = (execution: Execution) => Promise<void> | undefined
