import { orderChannel } from '@mov-ticket/shared-events'
import type { Doorbell } from '@mov-ticket/shared-events'
import type { StoredOrder } from '../store/stored-order.js'

/** Where no ring comes, an order is read again after this long, then twice as long, and so on. */
const FIRST_PAUSE_MS = 100

/**
 * Waits for an order to get somewhere. Waiting is looking: a ring only hastens the next look, so a lost one costs a
 * moment. One subscription serves all who wait in this process.
 */
export interface OrderWatch {
  /**
   * The order as soon as `isDone`, else as it is when the time is up.
   * `look` gives the order the first time, after the wait is registered, so that nothing that comes then is missed.
   */
  wait(orderId: string, options: { look: () => Promise<StoredOrder>; isDone: (stored: StoredOrder) => boolean; until: number }): Promise<StoredOrder>
  /** The order was written in this process: whoever waits for it need not read it. */
  saw(stored: StoredOrder): void
  stop(): void
}

interface OrderWatchOptions {
  readonly doorbell: Pick<Doorbell, 'listen'>
  readonly read: (orderId: string) => Promise<StoredOrder | null>
}

interface Waiter {
  /** What this process wrote last; the waiter need not read it. */
  seen: StoredOrder | null
  rungVersion: number
  wake: () => void
}

export async function startOrderWatch({ doorbell, read }: OrderWatchOptions): Promise<OrderWatch> {
  const waiters = new Map<string, Set<Waiter>>()

  const listener = doorbell.listen(orderChannel('*'), (channel, version) => {
    for (const waiter of waiters.get(channel) ?? []) {
      // Unknown is as good as new: the look that follows finds out.
      waiter.rungVersion = Math.max(waiter.rungVersion, version ?? Infinity)
      waiter.wake()
    }
  })
  await listener.hearing

  function register(channel: string): { waiter: Waiter; leave: () => void } {
    const waiter: Waiter = { seen: null, rungVersion: -1, wake: () => undefined }
    const others = waiters.get(channel) ?? new Set()
    waiters.set(channel, others.add(waiter))
    const leave = () => {
      others.delete(waiter)
      if (others.size === 0 && waiters.get(channel) === others) waiters.delete(channel)
    }
    return { waiter, leave }
  }

  return {
    async wait(orderId, { look, isDone, until }) {
      const channel = orderChannel(orderId)
      const { waiter, leave } = register(channel)
      const heard = listener.watch(channel, null)
      try {
        let stored = newer(await look(), waiter.seen)
        for (let pause = FIRST_PAUSE_MS; !isDone(stored); pause *= 2) {
          heard.update(stored.version)
          const left = until - Date.now()
          if (left <= 0) break
          await news(waiter, stored.version, Math.min(pause, left))
          stored = newer(stored, waiter.seen)
          if (!isDone(stored)) stored = newer(stored, await read(orderId))
        }
        return stored
      } finally {
        heard.stop()
        leave()
      }
    },
    saw(stored) {
      for (const waiter of waiters.get(orderChannel(stored.order.id)) ?? []) {
        waiter.seen = newer(stored, waiter.seen)
        waiter.wake()
      }
    },
    stop: () => listener.stop(),
  }
}

/** Resolves when there is something newer than `version`, or after `ms`. */
function news(waiter: Waiter, version: number, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const isNews = () => waiter.rungVersion > version || (waiter.seen?.version ?? -1) > version
    if (isNews()) {
      waiter.rungVersion = -1
      return resolve()
    }
    const timer = setTimeout(resolve, ms)
    waiter.wake = () => {
      if (!isNews()) return
      waiter.rungVersion = -1
      clearTimeout(timer)
      resolve()
    }
  })
}

function newer(stored: StoredOrder, other: StoredOrder | null): StoredOrder {
  return other !== null && other.version > stored.version ? other : stored
}
