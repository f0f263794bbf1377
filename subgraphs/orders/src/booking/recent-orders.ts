import type { StoredOrder } from '../store/stored-order.js'

/** Shorter than the outbox takes to tidy up a document that is idle, which it does without a new version. */
const GOOD_FOR_MS = 1_500
const AT_MOST = 5_000

/** Orders as this process wrote them a moment ago. */
export interface RecentOrders {
  remember(stored: StoredOrder): void
  /** Null where nothing was written lately; given once, so that whoever finds it stale reads next time. */
  take(orderId: string): StoredOrder | null
}

export function createRecentOrders(): RecentOrders {
  const written = new Map<string, { stored: StoredOrder; at: number }>()

  return {
    remember(stored) {
      written.delete(stored.order.id)
      written.set(stored.order.id, { stored, at: performance.now() })
      for (const [id, { at }] of written) {
        if (written.size <= AT_MOST && performance.now() - at < GOOD_FOR_MS) break
        written.delete(id)
      }
    },
    take(orderId) {
      const found = written.get(orderId)
      written.delete(orderId)
      return found !== undefined && performance.now() - found.at < GOOD_FOR_MS ? found.stored : null
    },
  }
}
