import type { GraphQLFormattedError } from 'graphql'
import type { ResponsePath } from '../data/json.js'
import type { Execution, Fault } from '../execution.js'

/** More errors than these of one failed fetch tell a client nothing new. */
const MAX_ERRORS = 100

/** The fetch brought nothing: the client learns which of its fields are null because of it. */
export function addFailure({ errors }: Execution, { message, extensions }: Fault, paths: readonly ResponsePath[]): void {
  for (const path of paths.slice(0, MAX_ERRORS)) errors.push({ message, path, extensions: { ...extensions } })
}

/** @param path in the client's answer; undefined where the subgraph named none. */
export function addSubgraphError({ errors }: Execution, { message, extensions }: GraphQLFormattedError, path: ResponsePath | undefined): void {
  errors.push({ message, ...(path !== undefined && { path }), ...(extensions !== undefined && { extensions }) })
}
