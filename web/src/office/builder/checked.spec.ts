import { expect, test } from 'vitest'
import { faultsOf, lonelySpaces } from './checked.js'
import { newGrid, painted } from './grid.js'
import { seatsOf } from './naming.js'

const room = seatsOf(newGrid(2, 3), 'letters', 'left')

test('a room has a name of its own, and 1 to 2,000 seats', () => {
  expect(faultsOf('Studio 2', room, [{ name: 'Studio' }])).toEqual({})
  expect(faultsOf(' ', [], [])).toEqual({ name: 'name', seats: 'noSeats' })
  expect(faultsOf('studio ', room, [{ name: 'Studio' }])).toEqual({ name: 'nameTaken' })
  expect(faultsOf('Arena', seatsOf(newGrid(41, 49), 'letters', 'left'), [])).toEqual({ seats: 'tooMany' })
})

test('a wheelchair space without a companion seat beside it is lonely', () => {
  const one = painted(newGrid(1, 4), [{ row: 0, column: 0 }], 'ACCESSIBLE')
  expect(lonelySpaces(seatsOf(one, 'letters', 'left'))).toBe(1)
  expect(lonelySpaces(seatsOf(painted(one, [{ row: 0, column: 1 }], 'COMPANION'), 'letters', 'left'))).toBe(0)
  expect(lonelySpaces(seatsOf(painted(one, [{ row: 0, column: 2 }], 'COMPANION'), 'letters', 'left'))).toBe(1)
})
