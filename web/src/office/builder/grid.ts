import type { SeatKind } from '../schedule/draft.js'

/** A place of the plan: a seat of a kind, or none. */
export type Cell = SeatKind | null

export interface Grid {
  readonly rows: number
  readonly columns: number
  /** Row by row, from the screen away. */
  readonly cells: readonly Cell[]
}

/** A place; -1 stands for all rows, or all columns: what headings are for. */
export interface Spot {
  readonly row: number
  readonly column: number
}

export const MOST_ROWS = 60
export const MOST_COLUMNS = 60

export function newGrid(rows: number, columns: number): Grid {
  return { rows, columns, cells: Array.from({ length: rows * columns }, () => 'STANDARD' as const) }
}

/** What there was stays; what is new has ordinary seats. */
export function resized(grid: Grid, rows: number, columns: number): Grid {
  const cells = Array.from({ length: rows * columns }, (_, index): Cell => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    return row < grid.rows && column < grid.columns ? cellAt(grid, { row, column }) : 'STANDARD'
  })
  return { rows, columns, cells }
}

export function cellAt({ columns, cells }: Grid, { row, column }: Spot): Cell {
  return cells[row * columns + column] ?? null
}

export function painted(grid: Grid, spots: readonly Spot[], cell: Cell): Grid {
  const isIn = (row: number, column: number) => spots.some((spot) => (spot.row === -1 || spot.row === row) && (spot.column === -1 || spot.column === column))
  const cells = grid.cells.map((before, index) => (before !== cell && isIn(Math.floor(index / grid.columns), index % grid.columns) ? cell : before))
  return cells.every((after, index) => after === grid.cells[index]) ? grid : { ...grid, cells }
}

/** All places from one to the other in a straight line: a fast hand leaves no gaps. */
export function lineBetween(from: Spot, to: Spot): Spot[] {
  const steps = Math.max(Math.abs(to.row - from.row), Math.abs(to.column - from.column))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = steps === 0 ? 0 : step / steps
    return { row: Math.round(from.row + (to.row - from.row) * share), column: Math.round(from.column + (to.column - from.column) * share) }
  })
}

/** Where a key leads within the grid and its headings; null: nowhere. */
export function spotAfter({ rows, columns }: Grid, { row, column }: Spot, key: string, isWide: boolean): Spot | null {
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: isWide ? 0 : row, column: 0 },
    End: { row: isWide ? rows - 1 : row, column: columns - 1 },
  }[key]
  return to === undefined || to.row < -1 || to.row >= rows || to.column < -1 || to.column >= columns ? null : to
}

/** Another room's seats on a grid; those that stand between places come to the nearest. */
export function gridFrom(seats: readonly { readonly row: string; readonly kind: SeatKind; readonly x: number; readonly y: number }[]): Grid {
  const left = Math.min(...seats.map(({ x }) => x))
  const depths = new Map<string, number[]>()
  for (const { row, y } of seats) depths.set(row, [...(depths.get(row) ?? []), y])
  const means = [...depths].map(([row, all]) => ({ row, y: all.reduce((sum, y) => sum + y, 0) / all.length })).toSorted((a, b) => a.y - b.y)
  const lines = new Map<string, number>()
  let line = -1
  let before = (means[0]?.y ?? 0) - 1
  for (const { row, y } of means) {
    line += Math.max(1, Math.round(y - before))
    before = y
    lines.set(row, line)
  }
  const placed = seats.map(({ row, kind, x }) => ({ row: lines.get(row) ?? 0, column: Math.round(x - left), kind }))
  const columns = Math.min(MOST_COLUMNS, Math.max(...placed.map(({ column }) => column)) + 1)
  const rows = Math.min(MOST_ROWS, line + 1)
  const cells: Cell[] = Array.from({ length: rows * columns }, () => null)
  for (const { row, column, kind } of placed) if (row < rows && column < columns) cells[row * columns + column] = kind
  return { rows, columns, cells }
}
