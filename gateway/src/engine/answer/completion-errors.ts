import type { GraphQLFormattedError } from 'graphql'
import type { ResponsePath } from '../data/json.js'
import type { Violation } from './build-object.js'

/** More of them tell a client nothing new; a list may be long. */
const MAX_ERRORS = 100

/**
 * Violations that no error explains yet. "If a field which experiences a field error was previously determined to be null
 * due to another field error, only one error should be added per field": https://spec.graphql.org/October2021/#sec-Handling-Field-Errors
 */
export function unexplained(violations: readonly Violation[], errors: readonly GraphQLFormattedError[]): Violation[] {
  if (violations.length === 0) return []
  // One that says not where it happened may be the reason of all.
  if (errors.some(({ path }) => path === undefined)) return []
  const failed = new Set<string>()
  const above = new Set<string>()
  for (const { path = [] } of errors) {
    failed.add(textOf(path))
    for (let length = 0; length <= path.length; length += 1) above.add(textOf(path.slice(0, length)))
  }
  function isExplained({ path, isMissing }: Violation): boolean {
    if (above.has(textOf(path)) || prefixes(path).some((prefix) => failed.has(prefix))) return true
    // An error beside it may have made null, in the subgraph, what was to bring both.
    return isMissing && above.has(textOf(path.slice(0, -1)))
  }

  return violations.filter((violation) => !isExplained(violation)).slice(0, MAX_ERRORS)
}

function prefixes(path: ResponsePath): string[] {
  return path.map((_, index) => textOf(path.slice(0, index + 1)))
}

function textOf(path: ResponsePath): string {
  return path.join('/')
}
