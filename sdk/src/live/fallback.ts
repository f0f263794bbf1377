import type { Transport } from './transport.js'

export interface Fallback {
  readonly transport: Transport
  /** The first one came up. */
  up(): void
  /** The first one did not come up. */
  refused(): void
}

/** So often in a row the first may be refused before the other is used. */
const PATIENCE = 2
/** Where it has been up before it is more likely that the graph is restarting. */
const PATIENCE_ONCE_UP = 6
/** Then it is left alone for so long: networks change, too. */
const LEFT_ALONE_MS = 300_000

/** `first` null: there is none. */
export function createFallback(first: Transport | null, second: Transport, now: () => number = Date.now): Fallback {
  let refusals = 0
  let refusedAt = 0
  let hasBeenUp = false

  function chosen(): Transport {
    if (first === null) return second
    const isTooMuch = refusals >= (hasBeenUp ? PATIENCE_ONCE_UP : PATIENCE)
    return isTooMuch && now() - refusedAt < LEFT_ALONE_MS ? second : first
  }

  return {
    up() {
      refusals = 0
      hasBeenUp = true
    },
    refused() {
      refusals += 1
      refusedAt = now()
    },
    transport: {
      start(subscription) {
        const transport = chosen()
        if (transport !== second) return transport.start(subscription)
        let hasHeard = false
        return second.start({
          ...subscription,
          next(result) {
            hasHeard = true
            subscription.next(result)
          },
          lost() {
            // Neither comes through: then it was not the fault of the first.
            if (!hasHeard) refusals = 0
            subscription.lost()
          },
        })
      },
      renew() {
        first?.renew()
        second.renew()
      },
    },
  }
}
