import { expect, test } from 'vitest'
import { seatState } from './seat-state.js'

const nobodys = { isChosen: false, isOrdered: false, isAsking: false }

test.each([
  ['AVAILABLE', {}, 'free'],
  ['AVAILABLE', { isChosen: true }, 'chosen'],
  ['AVAILABLE', { isOrdered: true }, 'free'],
  ['LOCKED', {}, 'locked'],
  ['LOCKED', { isChosen: true }, 'locked'],
  ['LOCKED', { isChosen: true, isAsking: true }, 'chosen'],
  ['LOCKED', { isOrdered: true }, 'held'],
  ['RESERVED', {}, 'sold'],
  ['RESERVED', { isOrdered: true }, 'booked'],
  ['BLOCKED', { isChosen: true, isAsking: true }, 'blocked'],
] as const)('%s and %o is %s', (status, mine, state) => {
  expect(seatState(status, { ...nobodys, ...mine })).toBe(state)
})
