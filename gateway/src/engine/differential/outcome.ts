import type { GraphQLFormattedError } from 'graphql'

/** An answer as clients see it. */
export interface Outcome {
  readonly data: unknown
  readonly errors: readonly GraphQLFormattedError[]
}
