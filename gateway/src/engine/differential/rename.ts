import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject } from '../data/json.js'
import type { JsonObject } from '../data/json.js'
import type { Outcome } from './outcome.js'

/** The same answer under other keys. */
export function rename({ data, errors, unsaid = [] }: Outcome, nameOf: (key: string) => string): Outcome {
  return { data: renamed(data), errors: errors.map(inError), unsaid: unsaid.map(inError) }

  function renamed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(renamed)
    if (!isJsonObject(value)) return value
    const object: JsonObject = Object.create(null)
    for (const key of Object.keys(value)) object[nameOf(key)] = renamed(value[key])
    return object
  }

  function inError({ path, ...error }: GraphQLFormattedError): GraphQLFormattedError {
    return path === undefined ? error : { ...error, path: path.map((part) => (typeof part === 'string' ? nameOf(part) : part)) }
  }
}
