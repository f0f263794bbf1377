import { eventually } from '../eventually.js'
import type { LiveRequest, LiveResult, Subscription, Transport } from './transport.js'

export interface Collected<T> extends Subscription {
  /** All that came so far. */
  readonly results: readonly LiveResult<T>[]
  /** Waits until something that came is it, and gives that. */
  saw(isIt: (result: LiveResult<T>) => boolean): Promise<LiveResult<T>>
}

/** Keeps all that a subscription is sent. */
export function collect<T>(transport: Transport, url: string, request: LiveRequest): Collected<T> {
  const results: LiveResult<T>[] = []
  const subscription = transport<T>(url, request, (result) => void results.push(result))
  return {
    ...subscription,
    results,
    async saw(isIt) {
      const [found] = await eventually(
        async () => results.filter((result) => isIt(result)),
        (seen) => seen.length > 0,
        { everyMs: 10 },
      )
      if (found === undefined) throw new Error('nothing was seen')
      return found
    },
  }
}
