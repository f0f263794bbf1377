import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { planOf } from '../../seat-map/plan.js'
import type { SeatPlan } from '../../seat-map/plan.js'
import { ScreenCurve } from '../../seat-map/screen-curve.js'
import { GridRow } from './grid-row.js'
import { Heading } from './heading.js'
import { spotAfter } from './grid.js'
import type { Cell, Grid, Spot } from './grid.js'
import styles from './grid-editor.module.css'
import type { BuiltSeat } from './naming.js'
import { cellOf, toolOf } from './tools.js'
import type { Tool } from './tools.js'
import { usePointerPainting } from './use-pointer-painting.js'

export interface GridEditorProps {
  readonly grid: Grid
  readonly seats: readonly BuiltSeat[]
  readonly tool: Tool
  readonly onTool: (tool: Tool) => void
  readonly onPaint: (spots: readonly Spot[], cell: Cell, stroke?: number) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Room for headings at the left and above, where the screen is too. */
const SIDE = 1.5
const ABOVE = 4.25
const PITCH = { least: 24, most: 40 } as const

/** The room as places to paint on. One tab stop: arrows move, Space paints; headings are part of it. */
export function GridEditor({ grid, seats, tool, onTool, onPaint, onUndo, onRedo }: GridEditorProps) {
  const t = useTranslations('officeBuilder')
  const screen = useTranslations('seatMap')
  const hint = useId()
  const map = useRef<SVGSVGElement>(null)
  const [active, setActive] = useState<Spot>({ row: 0, column: 0 })
  const pointer = usePointerPainting(tool, onPaint)
  const { rows, columns } = grid
  const at = active.row < rows && active.column < columns ? active : { row: 0, column: 0 }
  const width = columns + 2 * SIDE
  const height = rows + ABOVE + 0.5
  const frame = useMemo(() => frameOf(rows, columns), [rows, columns])
  const byLine = useMemo(() => linesOf(seats), [seats])

  function press(event: KeyboardEvent): void {
    const isWide = event.ctrlKey || event.metaKey
    if (isWide && event.key.toLowerCase() === 'z') {
      event.preventDefault()
      return event.shiftKey ? onRedo() : onUndo()
    }
    const other = isWide ? null : toolOf(event.key)
    if (other !== null) {
      event.preventDefault()
      return onTool(other)
    }
    const cell = cellOf(tool)
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (cell !== undefined) onPaint([at], cell)
      return
    }
    const next = spotAfter(grid, at, event.key, isWide)
    if (next === null) return
    event.preventDefault()
    setActive(next)
    if (event.shiftKey && cell !== undefined) onPaint([next], cell)
    const element = map.current?.querySelector<SVGGElement>(`[data-at="${next.row},${next.column}"]`)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  }

  return (
    <div className={styles.window}>
      <p id={hint} className="visually-hidden">{t('gridHint')}</p>
      <svg
        ref={map}
        role="grid"
        aria-label={t('grid')}
        aria-describedby={hint}
        className={styles.map}
        data-tool={tool}
        style={{ minWidth: width * PITCH.least, maxWidth: width * PITCH.most }}
        viewBox={`${-SIDE * 10} ${-ABOVE * 10} ${width * 10} ${height * 10}`}
        tabIndex={-1}
        onKeyDown={press}
        onFocus={({ target }) => {
          const [row, column] = target.getAttribute('data-at')?.split(',').map(Number) ?? []
          if (row !== undefined && column !== undefined) setActive({ row, column })
        }}
        {...pointer}
      >
        <ScreenCurve plan={frame} label={screen('screen')} />
        <g role="row">
          {Array.from({ length: columns + 1 }, (_, index) => index - 1).map((column) => (
            <Heading key={column} row={-1} column={column} isActive={at.row === -1 && at.column === column} name={column === -1 ? t('allHeading') : t('columnHeading', { place: column + 1 })} />
          ))}
        </g>
        {Array.from({ length: rows }, (_, row) => (
          <GridRow key={row} row={row} columns={columns} seats={byLine.get(row)} active={at.row === row ? at.column : null} />
        ))}
      </svg>
    </div>
  )
}

function linesOf(seats: readonly BuiltSeat[]): ReadonlyMap<number, readonly BuiltSeat[]> {
  const lines = new Map<number, BuiltSeat[]>()
  for (const seat of seats) {
    const line = lines.get(seat.y)
    if (line === undefined) lines.set(seat.y, [seat])
    else line.push(seat)
  }
  return lines
}

/** Where the screen is drawn. */
function frameOf(rows: number, columns: number): SeatPlan {
  return { ...planOf([]), box: { x: -SIDE, y: -ABOVE, width: columns + 2 * SIDE, height: rows }, seatBox: { x: 0, y: 0, width: columns, height: rows } }
}
