import { expect, test } from 'vitest'
import { clockFace, secondsUntil } from './remaining.js'

test('seconds are rounded up, and never below 0', () => {
  const until = '2026-11-24T20:00:00.000Z'
  expect(secondsUntil(until, Date.parse(until) - 59_001)).toBe(60)
  expect(secondsUntil(until, Date.parse(until) + 5_000)).toBe(0)
})

test('a countdown reads as a clock does', () => {
  expect([185, 60, 9, 0].map(clockFace)).toEqual(['3:05', '1:00', '0:09', '0:00'])
})
