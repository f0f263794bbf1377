import type { Client, OrderSummary, Screening } from '@mov-ticket/sdk'
import type { Question } from '../data/use-ask.js'

export function screeningOf(id: string): Question<Screening | null> {
  return { key: ['screening', id], ask: (client, signal) => client.screening({ id }, { signal }) }
}

/** My orders at a screening that have seats, the latest first. */
export function ordersAt(screeningId: string): Question<readonly OrderSummary[]> {
  return {
    key: ['mine', 'screening', screeningId],
    async ask(client, signal) {
      const found = await Promise.all((['LOCKED', 'RESERVED'] as const).map((status) => allOrders(client, status, signal)))
      return found.flat().filter(({ screening }) => screening.id === screeningId)
    },
  }
}

async function allOrders(client: Client, status: 'LOCKED' | 'RESERVED', signal: AbortSignal): Promise<readonly OrderSummary[]> {
  const { nodes } = await client.myOrders({ status, first: 100 }, { signal })
  return nodes
}
