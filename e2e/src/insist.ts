import { setTimeout as delay } from 'node:timers/promises'
import { GraphError } from '@mov-ticket/sdk'
import { GraphFault } from './client.js'
import type { OrderResult } from './orders.js'

/** Repeats the call for as long as the answer is "later" (UNAVAILABLE, or no answer at all). */
export async function patiently<T>(call: () => Promise<T>, withinMs = 60_000): Promise<T> {
  return repeat(call, () => null, withinMs)
}

/**
 * What a good client does while processes come and go: it repeats the call, with the same idempotency key, for as long
 * as the answer is "later" or the order still PENDING. Everything else is an outcome.
 */
export async function insist(call: () => Promise<OrderResult>, withinMs = 60_000): Promise<OrderResult> {
  return repeat(call, ({ order }) => (order?.status === 'PENDING' ? `order ${order.id} is PENDING` : null), withinMs)
}

async function repeat<T>(call: () => Promise<T>, whyAgain: (result: T) => string | null, withinMs: number): Promise<T> {
  const deadline = Date.now() + withinMs
  let last: unknown
  while (Date.now() < deadline) {
    try {
      const result = await call()
      last = whyAgain(result)
      if (last === null) return result
    } catch (error) {
      if (!isForLater(error)) throw error
      last = error
    }
    await delay(100)
  }
  throw new Error(`no outcome within ${withinMs} ms; last: ${String(last)}`, { cause: last })
}

const codesForLater: ReadonlySet<string> = new Set(['UNAVAILABLE', 'NETWORK', 'TIMEOUT'])

/**
 * fetch rejects with a TypeError where the connection failed. A 408 is what Node answers on a connection that was opened
 * and not used in time, which may be just when it is used: such a request was not looked at (RFC 9110, 15.5.9).
 */
function isForLater(error: unknown): boolean {
  if (error instanceof GraphFault && error.status === 408) return true
  if (error instanceof GraphFault || error instanceof GraphError) return codesForLater.has(error.code ?? '')
  return error instanceof TypeError
}
