import { errorOf } from '../graph-error.js'
import type { GraphError } from '../graph-error.js'
import type { AnyOperation } from '../operation.js'
import { betweenConnections, pauseMs } from '../pause.js'
import type { Pauses } from '../pause.js'
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
  readonly merge: (state: State, update: NonNullable<Data[keyof Data]>) => State
  readonly onChange: (watched: Watched<State>) => void
  readonly pauses?: Pauses | undefined
}

/** Codes that the next try may heal; after the others a watch has ended. */
const passing: ReadonlySet<string> = new Set(['UNAVAILABLE', 'INTERNAL', 'RATE_LIMITED', 'NETWORK', 'TIMEOUT'])
/** A connection that lived for so long was a good one: the next begins without a long pause. */
const GOOD_MS = 5_000
/** What was live may be called so for so long while we change connections ourselves. */
const RENEWAL_MS = 2_000

/** Begins, and begins again with what is there whenever the connection is lost, until it has ended. Returns what stops it. */
export function startWatch<State, Data>(options: WatchOptions<State, Data>): () => void {
  const { transport, operation, id, variables, merge, onChange, pauses = betweenConnections } = options
  let watched: Watched<State> = { state: options.initial, status: 'connecting', since: Date.now(), error: null }
  let end: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let renewal: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let heardSince: number | null = null
  let isStopped = false

  function change(status: WatchStatus, error: GraphError | null, state = watched.state): void {
    if (isStopped) return
    const since = status === watched.status ? watched.since : Date.now()
    const isSame = state === watched.state && status === watched.status && error === watched.error
    watched = { state, status, since, error }
    if (isSame) return
    try {
      onChange(watched)
    } catch (failure) {
      // It is the caller's, and no reason to lose the connection: it goes where errors of callbacks go.
      setTimeout(() => {
        throw failure
      })
    }
  }

  const notLive = () => (watched.status === 'connecting' ? 'connecting' : 'stale')

  function begin(): void {
    clearTimeout(timer)
    timer = undefined
    heardSince = null
    if (isStopped) return
    end = transport.start({
      operation,
      variables: variables(watched.state),
      id,
      next,
      lost: () => again(watched.error, 0),
      renewed() {
        renewal ??= setTimeout(() => change(notLive(), watched.error), RENEWAL_MS)
        begin()
      },
      failed: (error) => (passing.has(error.code) ? again(error, error.retryAfterSeconds ?? 0) : finish(error)),
      completed: () => again(watched.error, 0),
    })
  }

  function next({ data, errors }: Result): void {
    const error = errorOf(errors) ?? null
    const update = typeof data === 'object' && data !== null ? (data as Partial<Data>)[operation.rootField] : undefined
    clearTimeout(renewal)
    renewal = undefined
    if (update != null && error === null) {
      heardSince ??= Date.now()
      change('live', null, merge(watched.state, update))
      // What came with an error may lack parts: it must not count as had when we come again. No data at all is about the
      // connection (its session ended), and not about what is watched.
    } else if (error !== null && (passing.has(error.code) || update != null || data == null)) change(notLive(), error)
    else finish(error)
  }

  function again(error: GraphError | null, atLeastSeconds: number): void {
    if (isStopped) return
    attempt = heardSince !== null && Date.now() - heardSince >= GOOD_MS ? 1 : attempt + 1
    change(notLive(), error)
    timer = setTimeout(begin, pauseMs(attempt, pauses) + atLeastSeconds * 1_000)
  }

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
    clearTimeout(renewal)
    globalThis.removeEventListener?.('online', hurry)
    end?.()
  }

  globalThis.addEventListener?.('online', hurry)
  begin()
  return stop
}
