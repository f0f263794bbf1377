import type { Caller } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import { reserved } from '../../operations/rewrite.js'
import type { Execute } from '../ask.js'

export type Result = Awaited<ReturnType<Execute>>

export interface Asked {
  readonly query: string
  readonly afterVersion: unknown
  readonly variables: Readonly<Record<string, unknown>>
  readonly caller: Caller
  readonly signal: AbortSignal
}

/** What is asked for a `seats` field: which seats changed and to what, as tickets answers `seatMap`. */
export interface Seats {
  readonly version: number
  readonly full: boolean
  readonly changed: Readonly<Record<string, number>>
}

/** An owner of seats that keeps versions by the rules, and does with a question what a spec wants. */
export interface Owner {
  readonly execute: Execute
  readonly asked: readonly Asked[]
  readonly version: number
  /** All of it. */
  readonly seats: Readonly<Record<string, number>>
  /** Gives these seats a new value, as one write. */
  write(...names: string[]): number
  /** From now on questions are answered like this; without one, truly. */
  behave(behaviour?: (asked: Asked, truth: () => Result) => Result | Promise<Result>): void
  /** To what a backup holds. */
  save(): () => void
  /** The answer to a question as of now. */
  answer(afterVersion: unknown): Result
}

export function anOwner(): Owner {
  const asked: Asked[] = []
  let version = 0
  let writes = 0
  let seats: Readonly<Record<string, { readonly value: number; readonly at: number }>> = {}
  let behaviour: Parameters<Owner['behave']>[0]

  function answer(afterVersion: unknown): Result {
    const known = typeof afterVersion === 'number' && afterVersion >= 0 && afterVersion <= version ? afterVersion : null
    const changed = Object.entries(seats).filter(([, { at }]) => known === null || at > known)
    const shown: Seats = { version, full: known === null, changed: valuesOf(changed) }
    return { data: { seats: { ...shown, [reserved.version]: version, [reserved.full]: shown.full } } }
  }

  return {
    asked,
    answer,
    get version() {
      return version
    },
    get seats() {
      return valuesOf(Object.entries(seats))
    },
    write(...names) {
      version += 1
      writes += 1
      seats = { ...seats, ...Object.fromEntries(names.map((name) => [name, { value: writes, at: version }])) }
      return version
    },
    behave(next) {
      behaviour = next
    },
    save() {
      const saved = { version, seats }
      return () => void ({ version, seats } = saved)
    },
    async execute(query, variables, { caller, signal }) {
      const question = { query, variables, afterVersion: variables[reserved.after], caller, signal }
      asked.push(question)
      const truth = () => answer(question.afterVersion)
      return behaviour === undefined ? truth() : behaviour(question, truth)
    },
  }
}

function valuesOf(entries: readonly [string, { readonly value: number }][]): Record<string, number> {
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]))
}

export const fault = (code: string, path?: readonly (string | number)[]): GraphQLFormattedError => ({
  message: code, extensions: { code }, ...(path && { path }),
})

/** An answer to a question that could not be answered. */
export const failed = (code: string): Result => ({ data: { seats: null }, errors: [fault(code, ['seats'])] })
