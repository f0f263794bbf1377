import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { SeatGlyph } from '../../seat-map/seat-glyph.js'
import { GapMark } from './gap-mark.js'
import styles from './grid-editor.module.css'
import { Heading } from './heading.js'
import type { BuiltSeat } from './naming.js'

interface GridRowProps {
  readonly row: number
  readonly columns: number
  readonly seats: readonly BuiltSeat[] | undefined
  /** Which of its places is the tab stop; -1: its heading; null: none. */
  readonly active: number | null
}

/** A line of places with its heading. Another line's paint does not render it. */
export const GridRow = memo(function GridRow({ row, columns, seats, active }: GridRowProps) {
  const t = useTranslations('officeBuilder')
  const name = seats?.[0]?.row
  const byPlace = new Map(seats?.map((seat) => [seat.x - 1, seat]))
  return (
    <g role="row">
      <Heading row={row} column={-1} isActive={active === -1} label={name} name={name === undefined ? t('emptyRowHeading', { line: row + 1 }) : t('rowHeading', { line: row + 1, row: name })} />
      {Array.from({ length: columns }, (_, column) => <Place key={column} row={row} column={column} seat={byPlace.get(column)} isActive={active === column} />)}
    </g>
  )
}, isSameRow)

function isSameRow(before: GridRowProps, now: GridRowProps): boolean {
  if (before.columns !== now.columns || before.active !== now.active || before.seats?.[0]?.row !== now.seats?.[0]?.row) return false
  if (before.seats?.length !== now.seats?.length) return false
  return (now.seats ?? []).every((seat, index) => {
    const other = before.seats?.[index]
    return other?.kind === seat.kind && other.x === seat.x && other.number === seat.number
  })
}

const Place = memo(function Place({ row, column, seat, isActive }: { readonly row: number; readonly column: number; readonly seat: BuiltSeat | undefined; readonly isActive: boolean }) {
  const t = useTranslations('officeBuilder')
  const kinds = useTranslations('seatMap.kinds')
  const where = { line: row + 1, place: column + 1 }
  return (
    <g
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-at={`${row},${column}`}
      data-state="free"
      className={styles.place}
      transform={`translate(${column * 10 + 5} ${row * 10 + 5})`}
      aria-label={seat === undefined ? t('gapCell', where) : t('seatCell', { ...where, row: seat.row, number: String(seat.number), kind: kinds(seat.kind) })}
    >
      <rect className={styles.target} x="-5" y="-5" width="10" height="10" />
      {seat === undefined ? <GapMark /> : <SeatGlyph kind={seat.kind} state="free" />}
    </g>
  )
})
