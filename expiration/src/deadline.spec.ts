import { expect, test } from 'vitest'
import { firstDueTime, repeatedDueTime } from './deadline.js'

const lock = { lockedUntil: new Date(100_000), remainingMs: 60_000 }

test('Given clocks that agree, then a lock is due when it ends', () => {
  expect(firstDueTime(lock, 40_000)).toBe(100_000)
})

test('Given a message that was on its way for long, then the lock is due when it ends, not later', () => {
  expect(firstDueTime(lock, 70_000)).toBe(100_000)
})

test('Given a clock here that is behind, then what was left of the lock counts', () => {
  expect(firstDueTime(lock, 10_000)).toBe(70_000)
})

test('Given a lock that is announced again, then only the clock here counts', () => {
  expect(repeatedDueTime(lock, 95_000)).toBe(155_000)
})
