import { expect, test } from 'vitest'
import { stopAsks } from './stop-signals.js'

test('the first signal stops, more within a second are the same, a later one forces', () => {
  const judge = stopAsks()
  expect([judge(10_000), judge(10_001), judge(10_999), judge(11_000)]).toEqual(['stop', 'same', 'same', 'force'])
})
