import type { Transport } from './transport.js'

export interface Fallback {
  readonly transport: Transport
  /** The first one did not come up. */
  refused(): void
}

/** So often in a row the first may fail before the other is used from then on. */
const PATIENCE = 2

/** `first` null: there is none. */
export function createFallback(first: Transport | null, second: Transport): Fallback {
  let refusals = 0
  const chosen = () => (first !== null && refusals < PATIENCE ? first : second)
  return {
    refused: () => void (refusals += 1),
    transport: {
      start(subscription) {
        const transport = chosen()
        let hasHeard = false
        return transport.start({
          ...subscription,
          next(result) {
            hasHeard = true
            if (transport === first) refusals = 0
            subscription.next(result)
          },
          lost() {
            // Neither comes through: then it is not the WebSocket's fault.
            if (transport === second && !hasHeard) refusals = 0
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
