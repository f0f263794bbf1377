import type { OrderSummary } from '@mov-ticket/sdk'
import { describe, expect, it } from 'vitest'
import { sortOrders } from './sort-orders.js'
import { standingOf } from './standing.js'

const now = Date.parse('2026-11-24T20:00:00.000Z')
const minutes = (count: number) => new Date(now + count * 60_000).toISOString()

function anOrder(order: Partial<OrderSummary> & { startsIn?: number }): OrderSummary {
  const { startsIn = 60, ...rest } = order
  return {
    id: 'o1', status: 'RESERVED', version: 1, createdAt: minutes(-60), expiresAt: null, remainingSeconds: null, total: null, tickets: [], ...rest,
    screening: { id: 's', startsAt: minutes(startsIn), lockSeconds: 180, movie: { id: 'm', title: 'The General', genres: [], runtimeMinutes: 79 }, auditorium: { id: 'a', name: 'Studio' } },
  }
}

describe('how an order stands', () => {
  it.each([
    ['PENDING', 60, 'placed'],
    ['LOCKED', 60, 'held'],
    ['RESERVED', 60, 'ahead'],
    ['RESERVED', 0, 'running'],
    ['RESERVED', -78, 'running'],
    ['RESERVED', -79, 'seen'],
    ['REJECTED', 60, 'rejected'],
    ['CANCELLED', -500, 'cancelled'],
    ['EXPIRED', 60, 'expired'],
  ] as const)('%s, %i minutes before the film: %s', (status, startsIn, standing) => {
    expect(standingOf(anOrder({ status, startsIn }), now)).toBe(standing)
  })
})

describe('my orders', () => {
  it('are the newest first, those that are not over before the others', () => {
    const { current, past } = sortOrders([
      anOrder({ id: 'over', createdAt: minutes(-1), startsIn: -100 }),
      anOrder({ id: 'booked', createdAt: minutes(-50) }),
      anOrder({ id: 'given-up', createdAt: minutes(-2), status: 'CANCELLED' }),
      anOrder({ id: 'held', createdAt: minutes(-3), status: 'LOCKED' }),
    ], now)
    expect(current.map(({ id }) => id)).toEqual(['held', 'booked'])
    expect(past.map(({ id }) => id)).toEqual(['over', 'given-up'])
  })

  it('are there once, as they were last', () => {
    const { current, past } = sortOrders([anOrder({ version: 3, status: 'EXPIRED' }), anOrder({ version: 2, status: 'LOCKED' })], now)
    expect({ current, past: past.map(({ status }) => status) }).toEqual({ current: [], past: ['EXPIRED'] })
  })
})
