import { expect, test } from 'vitest'
import { planOf } from '../../seat-map/plan.js'
import { tickets } from '../../seat-map/testing.js'
import { seatNamed } from './seat-named.js'

const plan = planOf(tickets(['A: 12345678901', 'F: 12345 678']))

test.each(['F7', 'f7', ' f 7 ', 'F-7', 'f07'])('%j is F7', (written) => {
  expect(seatNamed(plan, written)?.label).toBe('F7')
})

test.each(['', 'F', '7', 'F17', 'Z1', 'F7F8'])('%j is no seat of the room', (written) => {
  expect(seatNamed(plan, written)).toBeNull()
})

test('ten is not one', () => {
  expect(seatNamed(plan, 'a10')?.label).toBe('A10')
})
