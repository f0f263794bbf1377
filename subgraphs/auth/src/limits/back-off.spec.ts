import { expect, it } from 'vitest'
import { fromAllAddresses, fromOneAddress, waitAfter } from './back-off.js'

it('costs nothing at first, then doubles, up to a limit', () => {
  const waits = [1, 9, 10, 11, 12, 17, 18, 19, 1_000_000].map((failures) => waitAfter(failures, fromOneAddress))
  expect(waits).toEqual([0, 0, 1, 2, 4, 128, 256, 300, 300])
})

it('keeps a user out for a minute at most where all addresses count together', () => {
  const waits = [99, 100, 103, 200].map((failures) => waitAfter(failures, fromAllAddresses))
  expect(waits).toEqual([0, 1, 8, 60])
})
