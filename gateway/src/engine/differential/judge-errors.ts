import type { GraphQLFormattedError } from 'graphql'
import { isJsonObject } from '../data/json.js'
import type { ResponsePath } from '../data/json.js'
import { effectOf, effectsOf, isJustified, valueAt } from './effects.js'
import type { Case, Tolerance, Verdict } from './judge.js'
import type { Outcome } from './outcome.js'

/** Errors beside the same data. Each that only one of them has must be one of the deviations that are known. */
export function judgeErrors({ stock, truth, hasHiddenTypes }: Pick<Case, 'stock' | 'truth' | 'hasHiddenTypes'>, ours: Outcome): Verdict {
  const { data, errors } = ours
  const missing = without(stock.errors, errors)
  const added = without(errors, stock.errors)
  const right = effectsOf(data, truth.outcome.errors)
  const [stocks, own] = [effectsOf(data, stock.errors), effectsOf(data, errors)]

  function reasonOfAdded(error: GraphQLFormattedError): Tolerance | null {
    const effect = effectOf(data, error)
    if (missing.some((other) => isOfEntities(other) && placeOf(other).startsWith(placeOf(error)))) return 'an error of entities without a position'
    if (isJustified(truth, ours, error)) {
      if (effect !== null && stocks.has(effect)) return 'one of several errors with the same effect'
      if (missing.some((other) => anywhere(other) === anywhere(error))) return 'an error at the place of another entity'
      // Either to the letter what graphql-js says, or what stock finds itself, and at most mentions in extensions.
      if (without([error], truth.outcome.errors).length === 0 || codeOf(error) === 'INTERNAL') return 'an error that stock keeps to itself'
    }
    const isWhole = isJsonObject(valueAt(data, error.path ?? []))
    return truth.isOfGoodTimes && hasHiddenTypes && isWhole && codeOf(error) === 'UNAVAILABLE' ? 'an error of a type that stock does not ask for' : null
  }

  function reasonOfMissing(error: GraphQLFormattedError): Tolerance | null {
    if (isOfEntities(error)) return 'an error of entities without a position'
    const effect = effectOf(data, error)
    if (effect !== null && own.has(effect)) return 'one of several errors with the same effect'
    return !right.has(effect) && errors.some((other) => anywhere(other) === anywhere(error)) ? 'an error at the place of another entity' : null
  }

  const judged = [
    ...missing.map((error) => ({ text: `- ${keyOf(error)}`, reason: reasonOfMissing(error) })),
    ...added.map((error) => ({ text: `+ ${keyOf(error)}`, reason: reasonOfAdded(error) })),
  ]
  const unexcused = judged.filter(({ reason }) => reason === null)
  if (unexcused.length > 0) return { kind: 'different', what: unexcused.map(({ text }) => text).join('\n') }
  const reason = judged.at(-1)?.reason
  return reason == null ? { kind: 'same' } : { kind: 'tolerated', as: reason }
}

/** Stock gives such an error a path of the subgraph's or the plan's, whichever entities it is of. */
function isOfEntities({ path = [] }: GraphQLFormattedError): boolean {
  return path.includes('_entities') || path.includes('@')
}

function without(some: readonly GraphQLFormattedError[], others: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const keys = new Set(others.map(keyOf))
  return some.filter((error) => !keys.has(keyOf(error)))
}

/** An error, but for the place of its entity in lists. */
function anywhere(error: GraphQLFormattedError): string {
  return `${placeOf(error)} ${codeOf(error)}`
}

function placeOf({ path = [] }: GraphQLFormattedError): string {
  return textOf(path.map((part) => (typeof part === 'number' || part === '@' ? '#' : part)))
}

export function keyOf(error: GraphQLFormattedError): string {
  return `${error.path === undefined ? 'nowhere' : textOf(error.path)} ${codeOf(error)}`
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  return String(extensions?.['code'])
}

function textOf(path: ResponsePath): string {
  return path.join('/')
}
