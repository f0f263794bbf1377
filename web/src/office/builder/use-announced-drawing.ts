import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Cell, Grid, Spot } from './grid.js'
import type { Tool } from './tools.js'
import { useDrawing } from './use-drawing.js'

type Event = { readonly type: 'painted'; readonly spot: Spot; readonly cell: Cell } | { readonly type: 'undone' } | { readonly type: 'redone' } | { readonly type: 'tool'; readonly tool: Tool }

/** The drawing, and what screen readers hear of it: what was painted where, and what it comes to. */
export function useAnnouncedDrawing(begin: Grid) {
  const { paint, undo, redo, ...drawing } = useDrawing(begin)
  const [event, setEvent] = useState<Event | null>(null)
  const said = useEventWords(event, drawing.grid.cells.filter((cell) => cell !== null).length)
  return {
    ...drawing,
    said,
    /** A tool was chosen on the grid, where nothing else says so. */
    tellTool: (tool: Tool) => setEvent({ type: 'tool', tool }),
    paint: (spots: readonly Spot[], cell: Cell, stroke?: number) => {
      const spot = spots.at(-1)
      if (spot !== undefined) setEvent({ type: 'painted', spot, cell })
      paint(spots, cell, stroke)
    },
    undo: () => {
      setEvent({ type: 'undone' })
      undo()
    },
    redo: () => {
      setEvent({ type: 'redone' })
      redo()
    },
  }
}

function useEventWords(event: Event | null, seats: number): string {
  const t = useTranslations('officeBuilder')
  const kinds = useTranslations('seatMap.kinds')
  const nameOf = (tool: Tool) => (tool === 'gap' || tool === 'move' ? t(tool) : kinds(tool))
  if (event === null) return ''
  if (event.type === 'tool') return t('chosenTool', { tool: nameOf(event.tool) })
  if (event.type !== 'painted') return t(event.type, { seats })
  const { spot: { row, column }, cell } = event
  const values = { line: row + 1, place: column + 1, tool: nameOf(cell ?? 'gap'), seats }
  if (row === -1) return t(column === -1 ? 'paintedAll' : 'paintedColumn', values)
  return t(column === -1 ? 'paintedRow' : 'paintedSpot', values)
}
