import { expect, test } from 'vitest'
import { createRush } from './rush.js'

function timed() {
  let at = 0
  const isRush = createRush(() => at)
  return (afterMs: number, changes: number) => {
    at += afterMs
    return isRush(changes)
  }
}

test('an order of a few seats is no rush, also when the next one follows soon', () => {
  const isRush = timed()
  expect([isRush(0, 6), isRush(800, 4)]).toEqual([false, false])
})

test('many at once are a rush, and so are single ones that do not end', () => {
  expect(timed()(0, 50)).toBe(true)
  const isRush = timed()
  expect(Array.from({ length: 20 }, () => isRush(20, 1)).at(-1)).toBe(true)
})

test('after a rush it is calm again soon', () => {
  const isRush = timed()
  isRush(0, 1_000)
  expect([isRush(100, 1), isRush(1_000, 1)]).toEqual([true, false])
})
