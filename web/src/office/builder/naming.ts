import type { SeatKind } from '../schedule/draft.js'
import { cellAt } from './grid.js'
import type { Grid } from './grid.js'

/** `plain` are letters without I and O, which look like figures. */
export const rowNames = ['letters', 'plain', 'numbers'] as const
export type RowNames = (typeof rowNames)[number]
export const directions = ['left', 'right'] as const
/** From which side seats are counted, seen by who looks at the screen. */
export type Direction = (typeof directions)[number]

export interface BuiltSeat {
  readonly row: string
  readonly number: number
  readonly kind: SeatKind
  readonly x: number
  readonly y: number
}

const alphabets = { letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', plain: 'ABCDEFGHJKLMNPQRSTUVWXYZ' } as const

/** Of the rows that have seats, from the screen away: after Z comes AA. */
export function rowName(index: number, names: RowNames): string {
  if (names === 'numbers') return String(index + 1)
  const letters = alphabets[names]
  const last = letters.charAt(index % letters.length)
  return index < letters.length ? last : rowName(Math.floor(index / letters.length) - 1, names) + last
}

/** In plan order: rows from the screen away, in each by number. A row without seats is an aisle and has no name. */
export function seatsOf(grid: Grid, names: RowNames, from: Direction): BuiltSeat[] {
  let row = -1
  return Array.from({ length: grid.rows }, (_, y) => {
    const columns = Array.from({ length: grid.columns }, (__, x) => x)
    const taken = (from === 'left' ? columns : columns.toReversed()).flatMap((x) => {
      const kind = cellAt(grid, { row: y, column: x })
      return kind === null ? [] : [{ x, kind }]
    })
    if (taken.length > 0) row += 1
    return taken.map(({ x, kind }, index) => ({ row: rowName(row, names), number: index + 1, kind, x: x + 1, y }))
  }).flat()
}
