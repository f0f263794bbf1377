import type { GraphQLFormattedError } from 'graphql'

/** An answer as clients see it. */
export interface Outcome {
  readonly data: unknown
  readonly errors: readonly GraphQLFormattedError[]
  /** What stock found wrong with values and did not make errors of. */
  readonly unsaid?: readonly GraphQLFormattedError[]
}
