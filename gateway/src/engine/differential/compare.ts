import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject } from '../data/json.js'
import type { Outcome } from './outcome.js'

/** What two answers differ in; null: in nothing. Order of errors and of keys is not looked at. */
export function differenceOf(one: Outcome, other: Outcome): string | null {
  const data = differenceOfData(one.data, other.data, 'data')
  if (data !== null) return data
  const [ones, others] = [errorsOf(one.errors), errorsOf(other.errors)]
  const missing = [...ones].filter((error) => !others.has(error)).map((error) => `- ${error}`)
  const added = [...others].filter((error) => !ones.has(error)).map((error) => `+ ${error}`)
  return missing.length + added.length === 0 ? null : [...missing, ...added].join('\n')
}

export function differenceOfData(one: unknown, other: unknown, path: string): string | null {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return first(one.map((_, index) => differenceOfData(one[index], other[index], `${path}/${index}`)))
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return first(keys.map((key) => differenceOfData(own(one, key), own(other, key), `${path}/${key}`)))
  }
  return one === other ? null : `${path}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`
}

function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((difference) => difference !== null) ?? null
}

function errorsOf(errors: readonly GraphQLFormattedError[]): Set<string> {
  return new Set(errors.map(({ path, extensions, message }) => {
    const thrown = message.startsWith('thrown') ? message : ''
    return `${path?.join('/') ?? 'nowhere'} ${String(extensions?.['code'])}${thrown}`
  }))
}
