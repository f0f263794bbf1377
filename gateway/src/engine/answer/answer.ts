import type { GraphQLFormattedError } from 'graphql'
import type { JsonObject } from '../data/json.js'
import type { Execution } from '../execution.js'
import type { Operation } from '../operation/operation.js'
import { buildObject } from './build-object.js'
import type { Violation } from './build-object.js'
import { unexplained } from './completion-errors.js'
import { writeText } from './write-text.js'
import { internal } from '@mov-ticket/service-kit'

/** What an operation came to. Errors are fit for clients. */
export interface Answer {
  readonly data: JsonObject | null
  readonly errors: readonly GraphQLFormattedError[]
}

/** All of one answer have one reason, as a rule. */
const MOST_LOGGED = 5

/** As an object. */
export function answerOf(operation: Operation, execution: Execution): Answer {
  const { variables } = execution
  const violations: Violation[] = []
  const data = buildObject(operation.shapeFor(variables), execution.data, operation.introspectFor(variables), violations)
  const errors = errorsOf(operation, execution)
  const found = unexplained(violations, errors)
  if (found.length > 0) execution.report('a subgraph broke the schema', { count: found.length, first: found.slice(0, MOST_LOGGED) })
  for (const { path } of found) errors.push({ message: internal().message, path, extensions: { code: 'INTERNAL' } })
  return { data, errors }
}

/** As JSON: the same, much cheaper where nothing went wrong. */
export function answerText(operation: Operation, execution: Execution): string {
  const { variables, errors } = execution
  const data = writeText(operation.shapeFor(variables), execution.data, operation.introspectFor(variables))
  if (data === undefined) return textOf(answerOf(operation, execution))
  return errors.length === 0 ? `{"data":${data}}` : `{"errors":${JSON.stringify(errorsOf(operation, execution))},"data":${data}}`
}

function textOf({ data, errors }: Answer): string {
  return errors.length === 0 ? JSON.stringify({ data }) : JSON.stringify({ errors, data })
}

/** With the client's own keys, and each error once: a plan may ask for one thing twice. */
function errorsOf({ clientKey }: Operation, { errors }: Execution): GraphQLFormattedError[] {
  const seen = new Set<string>()
  return errors.flatMap(({ path, ...error }) => {
    if (path === undefined) return [error]
    const at = path.map((part) => (typeof part === 'string' ? clientKey(part) : part))
    const key = `${at.join('/')} ${String(error.extensions?.['code'])}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...error, path: at }]
  })
}
