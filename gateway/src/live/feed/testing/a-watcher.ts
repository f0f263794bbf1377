import type { GraphQLFormattedError } from 'graphql'
import type { Outlet } from '../outlet.js'
import type { Seats } from './owner.js'

interface Received {
  readonly seats: Seats | null
  readonly errors: readonly GraphQLFormattedError[]
}

/** A client that merges what it is sent, on a socket that a spec can make slow. */
export interface TestWatcher {
  readonly outlet: Outlet
  readonly received: readonly Received[]
  /** The last one, encoded, as it was given. */
  readonly event: Buffer | undefined
  /** The versions of its updates without errors, in order. */
  readonly versions: readonly number[]
  readonly codes: readonly unknown[]
  /** What a page would show. */
  readonly seats: Readonly<Record<string, number>>
  readonly end: 'completed' | readonly GraphQLFormattedError[] | null
  /** From now on its socket does not drain. */
  stall(): void
  /** It drained, and the gateway noticed. */
  drain(): void
}

export function aWatcher(seats: Readonly<Record<string, number>> = {}): TestWatcher {
  const received: Received[] = []
  let shown = seats
  let last: Buffer | undefined
  let end: TestWatcher['end'] = null
  let isBusy = false
  let waiting: (() => void)[] = []

  const outlet: Outlet = {
    isBusy: () => isBusy,
    begun: () => undefined,
    send(update) {
      if (end !== null) throw new Error('It was told that nothing more will come.')
      last = update.event()
      const [, json = ''] = last.toString().split('data: ')
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the owner's answers look like
      const { data, errors = [] } = JSON.parse(json) as { data: { seats: Seats | null }; errors?: GraphQLFormattedError[] }
      received.push({ seats: data.seats, errors })
      if (data.seats !== null) shown = data.seats.full ? data.seats.changed : { ...shown, ...data.seats.changed }
    },
    complete() {
      end = 'completed'
    },
    fail(errors) {
      end = errors
    },
    whenFree: (resume) => void waiting.push(resume),
  }

  return {
    outlet,
    received,
    get event() {
      return last
    },
    get versions() {
      return received.flatMap(({ seats: update, errors }) => (update !== null && errors.length === 0 ? [update.version] : []))
    },
    get codes() {
      return received.flatMap(({ errors }) => errors.map(({ extensions }) => extensions?.['code']))
    },
    get seats() {
      return shown
    },
    get end() {
      return end
    },
    stall() {
      isBusy = true
    },
    drain() {
      isBusy = false
      const resumes = waiting
      waiting = []
      for (const resume of resumes) resume()
    },
  }
}
