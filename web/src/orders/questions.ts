import type { Client, Order, OrderSummary } from '@mov-ticket/sdk'
import type { Question } from '../data/use-ask.js'

export function orderOf(id: string): Question<Order | null> {
  return { key: ['mine', 'order', id], ask: (client, signal) => client.order({ id }, { signal }) }
}

export interface Holder {
  readonly id: string
  readonly name: string
}

/** Whose order it is: administrators see those of others. */
export function holderOf(orderId: string): Question<Holder | null> {
  return { key: ['mine', 'holder', orderId], ask: async (client, signal) => (await client.orderHolder({ id: orderId }, { signal }))?.user ?? null }
}

/** However long ago they were placed, and on whichever page they would be. */
export const withSeats: Question<readonly OrderSummary[]> = {
  key: ['mine', 'orders', 'with-seats'],
  async ask(client, signal) {
    const found = await Promise.all((['LOCKED', 'RESERVED'] as const).map((status) => client.myOrders({ status, first: 100 }, { signal })))
    return found.flatMap(({ nodes }) => nodes)
  },
}

export const pages = {
  key: ['mine', 'orders', 'pages'],
  ask: (client: Client, after: string | null, signal: AbortSignal) => client.myOrders({ first: 20, ...(after !== null && { after }) }, { signal }),
} as const
