import type { Subscription, Transport } from '../live/transport.js'

/** A transport whose events a spec plays by hand. */
export interface ScriptedTransport extends Transport {
  /** All that were begun, in order. */
  readonly begun: (Subscription & { isStopped: boolean })[]
  readonly latest: () => Subscription & { isStopped: boolean }
}

export function scriptedTransport(): ScriptedTransport {
  const begun: ScriptedTransport['begun'] = []
  return {
    begun,
    latest() {
      const last = begun.at(-1)
      if (last === undefined) throw new Error('Nothing was begun.')
      return last
    },
    start(subscription) {
      const entry = { ...subscription, isStopped: false }
      begun.push(entry)
      return () => {
        entry.isStopped = true
      }
    },
    renew: () => begun.at(-1)?.renewed(),
  }
}
