import { expect, test } from 'vitest'
import { greatest, inShort, stacked } from './series.js'
import type { Series } from './series.js'

const sold: Series = { name: 'sold', look: 'solid', values: [0, 2, 5] }
const held: Series = { name: 'held', look: 'hatched', values: [1, 4, 0] }

test('areas stand upon each other', () => {
  expect(stacked([sold, held])).toEqual([
    [[0, 0], [0, 2], [0, 5]],
    [[0, 1], [2, 6], [5, 5]],
  ])
})

test('the greatest value is that of the stack, or of one bar', () => {
  expect(greatest('area', [sold, held])).toBe(6)
  expect(greatest('stack', [sold, held])).toBe(6)
  expect(greatest('bars', [sold, held])).toBe(5)
  expect(greatest('bars', [])).toBe(0)
})

test('an area says how it stands, bars how often something was', () => {
  expect(inShort('area', sold)).toBe(5)
  expect(inShort('bars', sold)).toBe(7)
  expect(inShort('stack', sold)).toBe(7)
  expect(inShort('area', { ...sold, values: [] })).toBe(0)
})
