import { useMemo, useReducer } from 'react'
import { newGrid, painted, resized } from './grid.js'
import type { Cell, Grid, Spot } from './grid.js'

interface Drawing {
  readonly past: readonly Grid[]
  readonly now: Grid
  readonly future: readonly Grid[]
  /** The last one that changed anything. */
  readonly stroke: number
}

type Step =
  | { readonly type: 'paint'; readonly spots: readonly Spot[]; readonly cell: Cell; readonly stroke: number }
  | { readonly type: 'resize'; readonly rows: number; readonly columns: number }
  | { readonly type: 'replace'; readonly grid: Grid }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

const REMEMBERED = 100
export const firstGrid = newGrid(10, 16)

function step(drawing: Drawing, change: Step): Drawing {
  const { past, now, future, stroke } = drawing
  if (change.type === 'undo') {
    const before = past.at(-1)
    return before === undefined ? drawing : { past: past.slice(0, -1), now: before, future: [now, ...future], stroke: 0 }
  }
  if (change.type === 'redo') {
    const [after, ...rest] = future
    return after === undefined ? drawing : { past: [...past, now], now: after, future: rest, stroke: 0 }
  }
  const next = change.type === 'paint' ? painted(now, change.spots, change.cell) : change.type === 'resize' ? resized(now, change.rows, change.columns) : change.grid
  if (next === now) return drawing
  // A stroke is one step back, however many places it went over.
  const current = change.type === 'paint' ? change.stroke : 0
  const isSame = current !== 0 && current === stroke
  return { past: isSame ? past : [...past, now].slice(-REMEMBERED), now: next, future: [], stroke: current }
}

export function useDrawing(begin: Grid) {
  const [{ now, past, future }, dispatch] = useReducer(step, { past: [], now: begin, future: [], stroke: 0 })
  const actions = useMemo(
    () => ({
      /** Those of one `stroke` are undone together; 0: it is one by itself. */
      paint: (spots: readonly Spot[], cell: Cell, stroke = 0) => dispatch({ type: 'paint', spots, cell, stroke }),
      resize: (rows: number, columns: number) => dispatch({ type: 'resize', rows, columns }),
      replace: (grid: Grid) => dispatch({ type: 'replace', grid }),
      undo: () => dispatch({ type: 'undo' }),
      redo: () => dispatch({ type: 'redo' }),
    }),
    [],
  )
  return { grid: now, canUndo: past.length > 0, canRedo: future.length > 0, ...actions }
}
