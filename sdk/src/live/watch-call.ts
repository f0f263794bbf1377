import { latestOf } from './latest.js'
import type { Watched } from './watch.js'

export interface WatchCallOptions {
  readonly signal?: AbortSignal | undefined
}

/** How a watch is called: as something to loop over, or with a callback. */
export interface WatchCall<Live> {
  /** Every state, the latest first; ends after the one with `status: 'ended'`, or with the signal. */
  (id: string, options?: WatchCallOptions): AsyncIterableIterator<Live>
  /** The same for a callback; returns what stops it. */
  (id: string, onChange: (live: Live) => void): () => void
}

/** `merge`: what is given in the place of two states that nobody took in time. */
export function watchCall<Live extends Watched<unknown>>(
  start: (id: string, onChange: (live: Live) => void) => () => void,
  merge: (earlier: Live, later: Live) => Live,
): WatchCall<Live> {
  function watch(id: string, options?: WatchCallOptions): AsyncIterableIterator<Live>
  function watch(id: string, onChange: (live: Live) => void): () => void
  function watch(id: string, how: WatchCallOptions | ((live: Live) => void) = {}) {
    if (typeof how === 'function') return start(id, how)
    return latestOf<Live>((push) => start(id, push), { signal: how.signal, merge, isLast: ({ status }) => status === 'ended' })
  }
  return watch
}
