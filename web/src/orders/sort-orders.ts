import type { OrderSummary } from '@mov-ticket/sdk'
import { isCurrent, standingOf } from './standing.js'

export interface SortedOrders {
  /** Held, booked and not over yet. */
  readonly current: readonly OrderSummary[]
  readonly past: readonly OrderSummary[]
}

/**
 * Both the newest first. The same order may be there several times, as it was at different moments: its latest version counts.
 */
export function sortOrders(found: readonly OrderSummary[], now: number): SortedOrders {
  const latest = new Map<string, OrderSummary>()
  for (const order of found) if ((latest.get(order.id)?.version ?? -1) < order.version) latest.set(order.id, order)
  const orders = [...latest.values()].toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))
  const isNow = (order: OrderSummary) => isCurrent(standingOf(order, now))
  return { current: orders.filter(isNow), past: orders.filter((order) => !isNow(order)) }
}
