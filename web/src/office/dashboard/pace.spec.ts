import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPace } from './pace.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function paced() {
  const times: number[] = []
  const begin = Date.now()
  return { times, pace: createPace(() => times.push(Date.now() - begin), { quietMs: 500, leastMs: 4_000 }) }
}

test('what changes at once is one change, soon after', () => {
  const { times, pace } = paced()
  for (let change = 0; change < 50; change += 1) pace.want()
  vi.advanceTimersByTime(10_000)
  expect(times).toEqual([500])
})

test('in a rush it is never more often than that, and the last change is not forgotten', () => {
  const { times, pace } = paced()
  for (let change = 0; change < 100; change += 1) {
    pace.want()
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(10_000)
  expect(times).toEqual([500, 4_500, 8_500, 12_500])
})

test('once stopped it does nothing', () => {
  const { times, pace } = paced()
  pace.want()
  pace.stop()
  vi.advanceTimersByTime(10_000)
  expect(times).toEqual([])
})
