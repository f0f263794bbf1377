import { GraphError, errorOf } from '../graph-error.js'
import type { AnyOperation } from '../operation.js'
import { pauseMs } from '../pause.js'
import type { Result, Transport } from './transport.js'

/**
 * Whether what is shown is true as far as anybody knows: `live`; else `connecting` (nothing yet), `stale` (it was, and
 * will be again: say so beside it) or `ended` (there is no such thing, or not for you).
 */
export type WatchStatus = 'connecting' | 'live' | 'stale' | 'ended'

export interface Watched<State> {
  readonly state: State
  readonly status: WatchStatus
  /** Since when, in milliseconds since the epoch by the local clock. */
  readonly since: number
  /** Why it is not live, where the graph said so. */
  readonly error: GraphError | null
}

export interface WatchOptions<State, Data> {
  readonly transport: Transport
  readonly operation: AnyOperation & { readonly rootField: keyof Data }
  readonly id: string
  readonly initial: State
  /** What to ask for, given what is there. */
  readonly variables: (state: State) => Readonly<Record<string, unknown>>
  /** Null: it is not there (any more). */
  readonly merge: (state: State, update: NonNullable<Data[keyof Data]>) => State
  readonly onChange: (watched: Watched<State>) => void
}

/** Codes that the next try may heal; after the others a watch has ended. */
const passing: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED', 'NETWORK', 'TIMEOUT'])

/** Begins, and begins again with what is there whenever the connection is lost, until it has ended or is stopped by what this returns. */
export function startWatch<State, Data>(options: WatchOptions<State, Data>): () => void {
  const { transport, operation, id, variables, merge, onChange } = options
  let watched: Watched<State> = { state: options.initial, status: 'connecting', since: Date.now(), error: null }
  let end: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let isStopped = false

  function change(status: WatchStatus, error: GraphError | null, state = watched.state): void {
    const since = status === watched.status ? watched.since : Date.now()
    const isSame = state === watched.state && status === watched.status && error === watched.error
    watched = { state, status, since, error }
    if (!isSame && !isStopped) onChange(watched)
  }

  function begin(): void {
    clearTimeout(timer)
    if (isStopped) return
    end = transport.start({
      operation,
      variables: variables(watched.state),
      id,
      next,
      lost: () => again(null),
      failed: (error) => (passing.has(error.code) ? again(error) : finish(error)),
      completed: () => finish(watched.status === 'ended' ? watched.error : null),
    })
  }

  function next({ data, errors }: Result): void {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the graph answers by its schema, from which the type is made.
    const update = (data as Partial<Data> | null)?.[operation.rootField]
    const error = errorOf(errors) ?? null
    if (update == null) return change(error === null || !passing.has(error.code) ? 'ended' : notLive(), error)
    attempt = 0
    change(error === null ? 'live' : 'stale', error, merge(watched.state, update))
  }

  function again(error: GraphError | null): void {
    if (isStopped || watched.status === 'ended') return
    change(notLive(), error ?? watched.error)
    attempt += 1
    timer = setTimeout(begin, error?.retryAfterSeconds == null ? pauseMs(attempt) : error.retryAfterSeconds * 1_000)
  }

  const notLive = () => (watched.status === 'connecting' ? 'connecting' : 'stale')

  function finish(error: GraphError | null): void {
    change('ended', error)
    stop()
  }

  /** A phone that comes back from the pocket need not wait for the pause to end. */
  function hurry(): void {
    if (timer !== undefined) begin()
  }

  function stop(): void {
    isStopped = true
    clearTimeout(timer)
    globalThis.removeEventListener?.('online', hurry)
    end?.()
  }

  globalThis.addEventListener?.('online', hurry)
  begin()
  return stop
}
