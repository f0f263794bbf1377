import { expect, test } from 'vitest'
import { seatAfter } from './movement.js'
import { planOf } from './plan.js'
import { tickets } from './testing.js'

const plan = planOf(tickets(['A: 12 34', 'B: 12', 'C: 12 34']))

test.each([
  ['A2', 'ArrowRight', 'A3', 'over an aisle'],
  ['A3', 'ArrowLeft', 'A2', 'and back'],
  ['A4', 'ArrowRight', null, 'not past the end'],
  ['A4', 'ArrowDown', 'B2', 'to the nearest, where the row below is shorter'],
  ['B2', 'ArrowDown', 'C2', 'to the one below'],
  ['A1', 'ArrowUp', null, 'not through the screen'],
  ['C3', 'Home', 'C1', 'to the start of a row'],
  ['C1', 'End', 'C4', 'to its end'],
  ['C1', 'a', null, 'nowhere by other keys'],
] as const)('from %s %s leads to %s: %s', (from, key, to, _where) => {
  expect(seatAfter(plan, from, key, false)?.label ?? null).toBe(to)
})

test('with Ctrl, Home and End lead to the first and last seat of the room', () => {
  expect(seatAfter(plan, 'B1', 'Home', true)?.label).toBe('A1')
  expect(seatAfter(plan, 'B1', 'End', true)?.label).toBe('C4')
})

const isGap = (id: string) => id === 'A2' || id.startsWith('B')

test('gaps are skipped, and rows that are nothing but gaps', () => {
  expect(seatAfter(plan, 'A1', 'ArrowRight', false, isGap)?.label).toBe('A3')
  expect(seatAfter(plan, 'A1', 'ArrowDown', false, isGap)?.label).toBe('C1')
})
