import type { Graph } from './graph.js'
import { keepInFlight } from './in-flight.js'
import { type Screening, type Stage, seats } from './stage.js'
import { percentile } from './statistics.js'

export interface Scenario {
  readonly title: 'many screenings' | 'one hot screening'
  /** Orders under way at once. */
  readonly buyers: number
  readonly orders: number
}

export interface Measured {
  readonly ordersPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const ticketsPerOrder = 2
const ordersUntilSoldOut = seats / ticketsPerOrder
const manyScreenings = 50

export const scenarios: readonly Scenario[] = (['many screenings', 'one hot screening'] as const).flatMap((title) => [
  { title, buyers: 1, orders: 300 },
  { title, buyers: 32, orders: 1_000 },
  { title, buyers: 200, orders: 2_000 },
])

/**
 * Every order is for two free seats side by side, so every one must end up LOCKED; anything else fails the run. On "one
 * hot screening" everybody wants the same one until it is sold out, then the next.
 */
export async function measure(graph: Graph, stage: Stage, { title, buyers, orders }: Scenario): Promise<Measured> {
  const isHot = title === 'one hot screening'
  const screenings = await stage.schedule(isHot ? Math.ceil(orders / ordersUntilSoldOut) : manyScreenings)
  const bodies = Array.from({ length: orders }, (_, index) =>
    isHot
      ? bodyOf(screenings[Math.floor(index / ordersUntilSoldOut)], index % ordersUntilSoldOut)
      : bodyOf(screenings[index % manyScreenings], Math.floor(index / manyScreenings)),
  )
  const { tookMs, latenciesMs } = await keepInFlight(buyers, orders, async (index) => {
    const answer = await graph.send(bodies[index] ?? '', stage.buyers[index % stage.buyers.length] ?? '')
    if (!answer.includes('"status":"LOCKED"')) throw new Error(`an order was not LOCKED: ${answer}`)
  })
  return {
    ordersPerSecond: orders / (tookMs / 1_000),
    p50Ms: percentile(latenciesMs, 50),
    p99Ms: percentile(latenciesMs, 99),
  }
}

const query = `mutation CreateOrder($input: CreateOrderInput!) {
  createOrder(input: $input) {
    ... on OrderAccepted { order { id status expiresAt } }
    ... on OrderRefused { refusal { code message } }
  }
}`

function bodyOf(screening: Screening | undefined, pair: number): string {
  if (screening === undefined) throw new Error('there are too few screenings')
  const ticketIds = screening.ticketIds.slice(pair * ticketsPerOrder, (pair + 1) * ticketsPerOrder)
  const input = { screeningId: screening.id, ticketIds, idempotencyKey: `${screening.id} ${pair}` }
  return JSON.stringify({ query, variables: { input } })
}
