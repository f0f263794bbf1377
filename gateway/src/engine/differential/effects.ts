import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject } from '../data/json.js'
import type { ResponsePath } from '../data/json.js'
import { own } from './compare.js'
import type { Truth } from './judge.js'
import type { Outcome } from './outcome.js'

/** The place that is null because of an error, as text; null: it makes nothing null. */
export function effectOf(data: unknown, { path = [] }: GraphQLFormattedError): string | null {
  const place = nullAt(data, path)
  return place === null ? null : textOf(place)
}

export function effectsOf(data: unknown, errors: readonly GraphQLFormattedError[] = []): ReadonlySet<string | null> {
  return new Set(errors.map((error) => effectOf(data, error)))
}

/** The error's own place, or what is around it where that may not be null. */
function nullAt(data: unknown, path: ResponsePath): ResponsePath | null {
  let value = data
  for (const [index, part] of path.entries()) {
    if (value === null) return path.slice(0, index)
    value = partOf(value, part)
    if (value === undefined) return null
  }
  return value === null ? path : null
}

/**
 * Whether an answer is right to have an error: graphql-js has one with the same effect, or what the error says is missing
 * is there in graphql-js's answer: stock's plan forgot it, or bad times took it, which graphql-js knows nothing of.
 */
export function isJustified({ outcome, isOfGoodTimes }: Truth, { data }: Outcome, error: GraphQLFormattedError): boolean {
  const { path = [] } = error
  const place = nullAt(data, path)
  if (place !== null && effectsOf(data, outcome.errors).has(textOf(place))) return true
  const around = place ?? path
  if (!isOfGoodTimes || error.extensions?.['code'] !== 'UNAVAILABLE') return isLess(valueAt(data, around), valueAt(outcome.data, around))
  // Nobody knows whether what did not come would have been null, nor of what type it would have been.
  const list = typeof around.at(-1) === 'number' ? around.slice(0, -1) : around
  return hasNull(valueAt(data, around)) || isLess(valueAt(data, list), valueAt(outcome.data, list))
}

function hasNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(hasNull))
}

/** Whether something that is in the one is missing in the other. */
function isLess(value: unknown, good: unknown): boolean {
  if (value === null || value === undefined) return good != null
  if (Array.isArray(value) && Array.isArray(good)) return value.some((item, index) => isLess(item, good[index]))
  return isJsonObject(value) && isJsonObject(good) && Object.keys(good).some((key) => isLess(own(value, key), own(good, key)))
}

/** Undefined where the answer has no such place. */
export function valueAt(data: unknown, path: ResponsePath): unknown {
  let value = data
  for (const part of path) value = partOf(value, part)
  return value
}

function partOf(value: unknown, part: string | number): unknown {
  if (Array.isArray(value)) return value[Number(part)]
  return isJsonObject(value) ? own(value, String(part)) : undefined
}

function textOf(place: ResponsePath): string {
  return `/${place.join('/')}`
}
