import { memo } from 'react'
import styles from './grid-editor.module.css'

/** Of a row, a column, or (-1, -1) all: pressed, it is painted. */
export const Heading = memo(function Heading({ row, column, isActive, label, name }: {
  readonly row: number
  readonly column: number
  readonly isActive: boolean
  /** What it shows; a mark where there is nothing to show. */
  readonly label?: string | undefined
  readonly name: string
}) {
  return (
    <g
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-at={`${row},${column}`}
      className={styles.heading}
      transform={`translate(${column * 10 + 5 - (column === -1 ? 2 : 0)} ${row * 10 + 5 - (row === -1 ? 2 : 0)})`}
      aria-label={name}
    >
      <rect className={styles.target} x="-5" y="-5" width="10" height="10" rx="1.8" />
      {label === undefined ? <path d={row === -1 && column >= 0 ? 'M-1.5-.7 0 .9 1.5-.7' : 'M-.7-1.5.9 0-.7 1.5'} /> : <text>{label}</text>}
    </g>
  )
})
