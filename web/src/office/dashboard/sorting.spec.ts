import { expect, test } from 'vitest'
import type { ScreeningWithSales } from './overview-questions.js'
import { sorted } from './sorting.js'

function screening(id: string, hour: number, sales: { sold: number; held: number; expiries: number; revenue: number } | null, ticketCount = 100): ScreeningWithSales {
  return {
    id,
    ticketCount,
    availableCount: 0,
    status: 'ON_SALE',
    startsAt: `2026-11-24T${hour}:00:00.000Z`,
    movie: { id: 'm', title: 'Metropolis' },
    auditorium: { id: 'a', name: 'Studio' },
    sales: sales && { reservedSeats: sales.sold, lockedSeats: sales.held, expiries: sales.expiries, revenue: { amount: sales.revenue, currency: 'EUR' } },
  }
}

const all = [
  screening('late', 20, { sold: 30, held: 1, expiries: 5, revenue: 9_000 }),
  screening('small', 18, { sold: 30, held: 4, expiries: 0, revenue: 7_000 }, 40),
  screening('unheard', 14, null),
  screening('early', 12, { sold: 30, held: 1, expiries: 5, revenue: 8_000 }),
]

test.each([
  ['start', ['early', 'unheard', 'small', 'late']],
  ['full', ['small', 'early', 'late', 'unheard']],
  ['held', ['small', 'early', 'late', 'unheard']],
  ['expiries', ['early', 'late', 'unheard', 'small']],
  ['revenue', ['late', 'early', 'small', 'unheard']],
] as const)('by %s', (by, ids) => {
  expect(sorted(all, by).map(({ id }) => id)).toEqual(ids)
})
