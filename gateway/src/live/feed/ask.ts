import type { Caller } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import { reserved } from '../operations/rewrite.js'
import type { LiveOperation } from '../operations/live-operation.js'
import type { Lane } from './lane.js'

export interface Question {
  readonly operation: LiveOperation
  readonly variables: Readonly<Record<string, unknown>>
  /** What those who ask have; null: everything is asked for. */
  readonly afterVersion: number | null
  /** Who asks, decided anew each time. Rejects where nobody can tell. */
  readonly caller: () => Promise<Caller>
  /** Nobody wants the answer any more. */
  readonly gone: AbortSignal
  /** How many want it. */
  readonly weight: () => number
}

/** Runs a query through the same graph as every other; errors are fit for clients. */
export type Execute = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  options: { readonly caller: Caller; readonly signal: AbortSignal },
) => Promise<{ readonly data?: Record<string, unknown> | null | undefined; readonly errors?: readonly GraphQLFormattedError[] | undefined }>

export type LiveAnswer =
  /** `isBroken`: parts of it are missing that may be there when it is asked for again. */
  | { readonly kind: 'state'; readonly version: number; readonly full: boolean; readonly json: string; readonly isBroken: boolean }
  /** There is nothing (more) to see, perhaps with an error that says why. */
  | { readonly kind: 'nothing'; readonly json: string }
  /** The owner could not be asked: asking again may help. `reason`: what the graph did not tell in the log. */
  | { readonly kind: 'away'; readonly json: string; readonly reason?: unknown }
  /** The query itself is refused. */
  | { readonly kind: 'refused'; readonly errors: readonly GraphQLFormattedError[] }

/** Faults that may be gone when the same question is asked again. */
const passing: ReadonlySet<unknown> = new Set(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED'])

export interface AskOptions {
  readonly execute: Execute
  readonly lane: Lane
  /** After so long, waiting for its turn included, the owner counts as away. */
  readonly patienceMs: number
  /** What watchers are told then. */
  readonly away: GraphQLFormattedError
}

/** Asks the owner once. Never rejects. */
export async function ask({ execute, lane, patienceMs, away }: AskOptions, question: Question): Promise<LiveAnswer> {
  const { operation, variables, afterVersion, caller, gone, weight } = question
  const given = operation.field.takesAfterVersion ? { ...variables, [reserved.after]: afterVersion } : variables
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(new Error('The question took too long.')), patienceMs)
  const leave = () => patience.abort(gone.reason)
  gone.addEventListener('abort', leave, { once: true })
  const { signal } = patience
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const answered = lane.run(async () => {
      const who = await caller()
      return execute(operation.query, given, { caller: who, signal })
    }, { weight, signal })
    return read(operation, await Promise.race([answered, ended]))
  } catch (reason) {
    const { responseKey } = operation
    return { kind: 'away', json: jsonOf({ [responseKey]: null }, [{ ...away, path: [responseKey] }]), reason }
  } finally {
    clearTimeout(timer)
    gone.removeEventListener('abort', leave)
  }
}

function read({ responseKey, field }: LiveOperation, { data, errors = [] }: Awaited<ReturnType<Execute>>): LiveAnswer {
  const isBroken = errors.some(({ extensions }) => passing.has(extensions?.['code']))
  if (data == null && !isBroken && errors.every(({ path }) => path === undefined)) return { kind: 'refused', errors }
  const state = data?.[responseKey]
  if (typeof state !== 'object' || state === null) {
    return { kind: isBroken ? 'away' : 'nothing', json: jsonOf({ [responseKey]: null }, errors) }
  }
  const { [reserved.version]: version, [reserved.full]: full, ...shown }: Record<string, unknown> = { ...state }
  if (typeof version !== 'number') throw new Error(`Query.${field.query} gives no version.`)
  const isFull = !field.takesAfterVersion || full === true
  return { kind: 'state', version, full: isFull, isBroken, json: jsonOf({ [responseKey]: shown }, errors) }
}

function jsonOf(data: Record<string, unknown>, errors: readonly GraphQLFormattedError[]): string {
  return JSON.stringify(errors.length > 0 ? { data, errors } : { data })
}
