import { createHash } from 'node:crypto'
import type { Placing } from './order-document.js'

/**
 * An order's id is made of what its idempotency key is unique in. So the same key of the same buyer is the same
 * document, `_id` is the unique index that decides between concurrent calls, and placing costs one insert and no read.
 */
export function orderIdOf(buyerId: string, mutation: Placing, idempotencyKey: string): string {
  return createHash('sha256').update(JSON.stringify([buyerId, mutation, idempotencyKey])).digest('hex').slice(0, 32)
}
