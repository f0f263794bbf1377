import { expect, test } from 'vitest'
import { LEAST, clampPitch, fittingPitch, scrollAfter } from './zoom.js'

test('seats are as large as lets the whole room be seen', () => {
  expect(fittingPitch({ width: 20, height: 10 }, { width: 700, height: 600 })).toBe(35)
  expect(fittingPitch({ width: 10, height: 20 }, { width: 700, height: 600 })).toBe(30)
})

test('but never smaller than a finger needs, and no larger than is comfortable', () => {
  expect(fittingPitch({ width: 40, height: 25 }, { width: 320, height: 600 })).toBe(LEAST)
  expect(fittingPitch({ width: 4, height: 4 }, { width: 1_200, height: 800 })).toBeLessThan(60)
  expect(clampPitch(1)).toBe(LEAST)
})

test('what is under the pointer stays under it', () => {
  expect(scrollAfter(100, 50, 24, 48)).toBe(250)
})
