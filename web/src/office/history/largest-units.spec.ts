import { expect, test } from 'vitest'
import { largestUnits } from './largest-units.js'

test.each([
  [0, '0 second'],
  [999, '0 second'],
  [1_000, '1 second'],
  [182_900, '3 minute 2 second'],
  [180_070, '3 minute'],
  [3_600_000 + 59_000, '1 hour'],
  [26 * 3_600_000 + 60_000, '1 day 2 hour'],
  [-5, '0 second'],
])('%i ms', (ms, said) => {
  expect(largestUnits(ms).map(({ unit, count }) => `${count} ${unit}`).join(' ')).toBe(said)
})
