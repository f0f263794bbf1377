import { describe, expect, test } from 'vitest'
import { cellAt, gridFrom, lineBetween, newGrid, painted, resized, spotAfter } from './grid.js'
import type { Grid } from './grid.js'
import { rowName, seatsOf } from './naming.js'

/** S standard, P premium, W wheelchair, C companion, a dot for none. */
const kinds = { S: 'STANDARD', P: 'PREMIUM', W: 'ACCESSIBLE', C: 'COMPANION' } as const
const kindOf = (letter: string) => (letter === 'S' || letter === 'P' || letter === 'W' || letter === 'C' ? kinds[letter] : null)
const grid = (...rows: string[]): Grid => ({ rows: rows.length, columns: rows[0]?.length ?? 0, cells: rows.join('').split('').map(kindOf) })

describe('painting', () => {
  test('a place, a row, a column, all', () => {
    expect(painted(newGrid(2, 3), [{ row: 0, column: 1 }], 'PREMIUM')).toEqual(grid('SPS', 'SSS'))
    expect(painted(newGrid(2, 3), [{ row: 1, column: -1 }], 'PREMIUM')).toEqual(grid('SSS', 'PPP'))
    expect(painted(newGrid(2, 3), [{ row: -1, column: 1 }], null)).toEqual(grid('S.S', 'S.S'))
    expect(painted(newGrid(2, 3), [{ row: -1, column: -1 }], null)).toEqual(grid('...', '...'))
  })

  test('what changes nothing is the same grid', () => {
    const before = newGrid(2, 3)
    expect(painted(before, [{ row: 0, column: 1 }], 'STANDARD')).toBe(before)
  })

  test('a fast hand leaves no gaps', () => {
    expect(lineBetween({ row: 0, column: 0 }, { row: 2, column: 4 })).toHaveLength(5)
    expect(lineBetween({ row: 1, column: 1 }, { row: 1, column: 1 })).toEqual([{ row: 1, column: 1 }])
  })
})

test('another size keeps what is inside of it', () => {
  expect(resized(grid('SP', '.W'), 3, 3)).toEqual(grid('SPS', '.WS', 'SSS'))
  expect(resized(grid('SPS', '.WS'), 1, 2)).toEqual(grid('SP'))
})

test('keys lead to the headings and not beyond them', () => {
  const of = newGrid(2, 3)
  expect(spotAfter(of, { row: 0, column: 0 }, 'ArrowLeft', false)).toEqual({ row: 0, column: -1 })
  expect(spotAfter(of, { row: 0, column: -1 }, 'ArrowLeft', false)).toBeNull()
  expect(spotAfter(of, { row: 0, column: 1 }, 'End', true)).toEqual({ row: 1, column: 2 })
  expect(spotAfter(of, { row: 1, column: 1 }, 'ArrowDown', false)).toBeNull()
  expect(spotAfter(of, { row: 1, column: 1 }, 'x', false)).toBeNull()
})

describe('seats', () => {
  test('are counted without the aisles, and a row without seats has no name', () => {
    expect(seatsOf(grid('S.S', '...', 'WC.'), 'letters', 'left')).toEqual([
      { row: 'A', number: 1, kind: 'STANDARD', x: 1, y: 0 },
      { row: 'A', number: 2, kind: 'STANDARD', x: 3, y: 0 },
      { row: 'B', number: 1, kind: 'ACCESSIBLE', x: 1, y: 2 },
      { row: 'B', number: 2, kind: 'COMPANION', x: 2, y: 2 },
    ])
  })

  test('are counted from the other side where that is wished for', () => {
    expect(seatsOf(grid('S.P'), 'numbers', 'right').map(({ row, number, kind }) => [row, number, kind])).toEqual([['1', 1, 'PREMIUM'], ['1', 2, 'STANDARD']])
  })

  test('come back as the grid that they are from', () => {
    const room = grid('WC.SS', '.....', 'SSSSS')
    const back = gridFrom(seatsOf(room, 'letters', 'left'))
    expect(back).toEqual(room)
    expect(cellAt(back, { row: 0, column: 0 })).toBe('ACCESSIBLE')
  })

  test('that stand between places come to the nearest', () => {
    const bent = [[1.5, 0.2], [2.5, 0], [3.5, 0.2]].map(([x = 0, y = 0]) => ({ row: 'A', kind: 'STANDARD' as const, x, y }))
    expect(gridFrom(bent)).toEqual(grid('SSS'))
  })
})

test('rows after Z are AA and on; plain ones have no I and no O', () => {
  expect([0, 25, 26, 27, 52].map((index) => rowName(index, 'letters'))).toEqual(['A', 'Z', 'AA', 'AB', 'BA'])
  expect([7, 8, 12, 13, 23, 24].map((index) => rowName(index, 'plain'))).toEqual(['H', 'J', 'N', 'P', 'Z', 'AA'])
})
