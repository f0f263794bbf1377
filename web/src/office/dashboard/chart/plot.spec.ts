import { describe, expect, test } from 'vitest'
import { plotOf } from './plot.js'
import type { PlotWish } from './plot.js'

const steps = Array.from({ length: 4 }, (_, index) => ({ from: new Date(Date.UTC(2026, 10, 24, 20, index)), to: new Date(Date.UTC(2026, 10, 24, 20, index + 1)) }))
const wish: PlotWish = { kind: 'area', steps, series: [{ name: 'sold', look: 'solid', values: [0, 3, 7, 7] }], value: String, width: 500 }

describe('the value axis', () => {
  test('ends with the whole, in quarters, where that is known', () => {
    expect(plotOf({ ...wish, whole: 340 })?.values).toEqual([0, 85, 170, 255, 340])
    expect(plotOf({ ...wish, whole: 7 })?.values).toEqual([0, 2, 4, 5, 7])
  })

  test('has no part of one, and no mark twice', () => {
    expect(plotOf({ ...wish, series: [{ name: 'sold', look: 'solid', values: [0, 1, 0, 1] }], whole: 2 })?.values).toEqual([0, 1, 2])
    expect(plotOf({ ...wish, kind: 'bars', series: [{ name: 'sold', look: 'solid', values: [0, 1, 0, 1] }], least: 2 })?.values).toEqual([0, 1, 2])
  })

  test('ends with a round figure above all values, and has room even where there are none', () => {
    expect(plotOf({ ...wish, least: 4 })?.values).toEqual([0, 2, 4, 6, 8])
    expect(plotOf({ ...wish, series: [], least: 4 })?.values).toEqual([0, 1, 2, 3, 4])
  })

  test('goes on where more is taken than there was said to be', () => {
    expect(plotOf({ ...wish, whole: 6 })?.values.at(-1)).toBeGreaterThanOrEqual(7)
  })

  test('leaves room for its words', () => {
    const narrow = plotOf({ ...wish, whole: 340 })?.left ?? 0
    expect(plotOf({ ...wish, whole: 340, value: (value) => `${value} Tsd. €` })?.left).toBeGreaterThan(narrow)
  })
})

test('there is nothing to draw without steps, or without room', () => {
  expect(plotOf({ ...wish, steps: [] })).toBeNull()
  expect(plotOf({ ...wish, width: 0 })).toBeNull()
})
