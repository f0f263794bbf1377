import { expect, test } from 'vitest'
import { newScreening, statusOf } from './screening.js'

const startsAt = new Date('2030-05-17T20:15:00.000Z')
const screening = newScreening({
  id: 's1', movieId: 'm1', auditoriumId: 'a1', startsAt, currency: 'EUR', prices: {},
  lockSeconds: 180, maxTicketsPerOrder: 10, avoidSingleSeats: false,
})
const at = (ms: number) => new Date(startsAt.getTime() + ms)

test('a screening is on sale until it starts, and CLOSED from then on by the clock alone', () => {
  expect(statusOf(screening, at(-1))).toBe('ON_SALE')
  expect(statusOf(screening, at(0))).toBe('CLOSED')
})

test('a cancelled screening is CANCELLED, whatever the clock says', () => {
  const cancelled = { ...screening, cancelledAt: at(-5_000) }
  expect(statusOf(cancelled, at(-1))).toBe('CANCELLED')
  expect(statusOf(cancelled, at(1))).toBe('CANCELLED')
})
