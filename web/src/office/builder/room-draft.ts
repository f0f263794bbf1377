import type { Cell, Grid } from './grid.js'
import { MOST_COLUMNS, MOST_ROWS } from './grid.js'
import { directions, rowNames } from './naming.js'
import type { Direction, RowNames } from './naming.js'

/** What is being built, so that a reload or a wrong link takes nothing away. */
export interface RoomDraft {
  readonly name: string
  readonly names: RowNames
  readonly direction: Direction
  readonly grid: Grid
}

const letters = new Map<Cell, string>([['STANDARD', 's'], ['PREMIUM', 'p'], ['ACCESSIBLE', 'a'], ['COMPANION', 'c'], [null, '.']])
const cells = new Map([...letters].map(([cell, letter]) => [letter, cell]))

export function draftAsText({ name, names, direction, grid: { rows, columns, cells: all } }: RoomDraft): string {
  return JSON.stringify([name, names, direction, rows, columns, all.map((cell) => letters.get(cell)).join('')])
}

/** Null: there is none, or it is of another time. */
export function draftFromText(text: string | null): RoomDraft | null {
  const [name, named, from, rows, columns, drawn] = listIn(text)
  const names = rowNames.find((each) => each === named)
  const direction = directions.find((each) => each === from)
  if (typeof name !== 'string' || typeof drawn !== 'string' || !isSize(rows, MOST_ROWS) || !isSize(columns, MOST_COLUMNS)) return null
  const all = drawn.split('').map((letter) => cells.get(letter))
  const known = all.filter((cell) => cell !== undefined)
  if (names === undefined || direction === undefined || all.length !== rows * columns || known.length < all.length) return null
  return { name, names, direction, grid: { rows, columns, cells: known } }
}

function listIn(text: string | null): unknown[] {
  try {
    const found: unknown = JSON.parse(text ?? '')
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

function isSize(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most
}
