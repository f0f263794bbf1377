import { setTimeout as delay } from 'node:timers/promises'
import { GraphFault } from './client.js'
import type { OrderResult } from './orders.js'

/**
 * What a good client does while processes come and go: it repeats the call, with the same idempotency key, for as long
 * as the answer is "later" (UNAVAILABLE, no answer at all, an order still PENDING). Everything else is an outcome.
 */
export async function insist(call: () => Promise<OrderResult>, withinMs = 60_000): Promise<OrderResult> {
  const deadline = Date.now() + withinMs
  let last: unknown
  while (Date.now() < deadline) {
    try {
      const result = await call()
      if (result.order?.status !== 'PENDING') return result
      last = `order ${result.order.id} is PENDING`
    } catch (error) {
      if (!isForLater(error)) throw error
      last = error
    }
    await delay(100)
  }
  throw new Error(`no outcome within ${withinMs} ms; last: ${String(last)}`, { cause: last })
}

/** fetch rejects with a TypeError where the connection failed. */
function isForLater(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof GraphFault && error.code === 'UNAVAILABLE')
}
