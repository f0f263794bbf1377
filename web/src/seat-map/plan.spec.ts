import { expect, test } from 'vitest'
import { planOf } from './plan.js'
import { ticket, tickets } from './testing.js'

test('rows are in order from the screen, seats from left to right, runs end at aisles', () => {
  const plan = planOf(tickets(['B: 12 34', 'A: 123']))

  expect(plan.rows.map(({ name, seats }) => [name, seats.map(({ number }) => number)])).toEqual([['A', [1, 2, 3]], ['B', [1, 2, 3, 4]]])
  expect(plan.runs.map((run) => run.map(({ label }) => label).join(' '))).toEqual(['A1 A2 A3', 'B1 B2', 'B3 B4'])
  expect(plan.placeOf.get('B3')).toEqual({ run: 2, place: 0, row: 1 })
})

test('a row that bends is one row, where its middle is', () => {
  const plan = planOf([ticket('A', 1, 1, 0.5), ticket('A', 2, 2, 1), ticket('A', 3, 3, 0.5), ticket('B', 1, 1, 1.4), ticket('B', 2, 2, 1.9)])
  expect(plan.rows.map(({ name }) => name)).toEqual(['A', 'B'])
})

test('the box has room for letters at both sides and the screen above', () => {
  const { box, seatBox } = planOf(tickets(['A: 1234']))
  expect(seatBox).toEqual({ x: 0.5, y: -0.5, width: 4, height: 1 })
  expect(box.x).toBeLessThan(seatBox.x - 1)
  expect(box.y).toBeLessThan(seatBox.y - 1)
  expect(box.x + box.width).toBeGreaterThan(seatBox.x + seatBox.width + 1)
})
