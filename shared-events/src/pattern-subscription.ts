import { RedisPubSub } from 'graphql-redis-subscriptions'
import type { Redis } from 'ioredis'

export interface Heard {
  readonly channel: string
  readonly text: string
}

/**
 * Hears all channels of a pattern, through RedisPubSub without its faults: the one pattern is never unsubscribed (a
 * message while that is under way ends the process), there is a callback, which must not throw, instead of an iterator
 * (that queues without bound), and a subscription that fails rejects here and only here.
 */
export function subscribe(
  pattern: string,
  { commands, subscriber }: { commands: Redis; subscriber: Redis },
  heard: (message: Heard) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const pubSub = new RedisPubSub({
      publisher: commands,
      subscriber: telling(subscriber, reject),
      deserializer: (source, { channel }): Heard => ({ channel, text: source.toString() }),
    })
    pubSub.subscribe(pattern, heard, { pattern: true }).then(() => resolve(), reject)
  })
}

/** The same connection, but a failed psubscribe is told to `failed`: RedisPubSub makes it a rejection that nobody handles. */
function telling(subscriber: Redis, failed: (error: unknown) => void): Redis {
  return Object.create(subscriber, {
    on: { value: subscriber.on.bind(subscriber) },
    psubscribe: {
      value: (pattern: string, subscribed: (error: null) => void) => {
        subscriber.psubscribe(pattern).then(() => subscribed(null), failed)
      },
    },
  })
}
