import { expect, test } from 'vitest'
import { auditoriums } from './auditoriums.js'

test.each(auditoriums)(
  '$name has each seat once, on a place of its own, and a price for each kind',
  ({ seats, prices }) => {
    expect(new Set(seats.map(({ row, number }) => `${row}${number}`)).size).toBe(seats.length)
    expect(new Set(seats.map(({ x, y }) => `${x} ${y}`)).size).toBe(seats.length)
    expect(new Set(Object.keys(prices))).toEqual(new Set(seats.map(({ kind }) => kind)))
  },
)

test('the largest room has 300 seats or more, with aisles, and companions beside the places for wheelchairs', () => {
  const largest = auditoriums.reduce((a, b) => (a.seats.length > b.seats.length ? a : b))
  const firstRow = largest.seats.filter(({ row }) => row === 'A')

  expect(largest.seats.length).toBeGreaterThanOrEqual(300)
  expect(firstRow.some(({ x }, index) => x - (firstRow[index - 1]?.x ?? x) > 1)).toBe(true)
  for (const { x } of firstRow.filter(({ kind }) => kind === 'ACCESSIBLE')) {
    expect(firstRow.some((seat) => seat.kind === 'COMPANION' && Math.abs(seat.x - x) === 1)).toBe(true)
  }
})
