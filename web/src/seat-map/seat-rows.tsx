import { memo } from 'react'
import { useTranslations } from 'use-intl'
import type { PlanRow, SeatPlan } from './plan.js'
import { Seat } from './seat.js'
import type { SeatStore } from './seat-store.js'
import styles from './seat-map.module.css'
import { GUTTER } from './use-kept-letters.js'
import type { SeatWords } from './use-seat-words.js'

/** All rows, with their letters at both ends. */
export const SeatRows = memo(function SeatRows({ plan, store, words }: { readonly plan: SeatPlan; readonly store: SeatStore; readonly words: SeatWords }) {
  const t = useTranslations('seatMap')
  return (
    <>
      {plan.rows.map((row) => (
        <g key={row.name} role="row" aria-label={t('row', { row: row.name })}>
          {row.seats.map((seat) => <Seat key={seat.id} seat={seat} store={store} words={words} />)}
        </g>
      ))}
      {(['left', 'right'] as const).map((end) => (
        <rect key={end} data-strip={end} className={styles.strip} y={plan.seatBox.y * 10} width={GUTTER * 10} height={plan.seatBox.height * 10} aria-hidden="true" />
      ))}
      {plan.rows.map((row) => <Letters key={row.name} row={row} />)}
    </>
  )
})

function Letters({ row: { name, seats } }: { readonly row: PlanRow }) {
  const first = seats[0]
  const last = seats.at(-1)
  if (first === undefined || last === undefined) return null
  return (
    <g aria-hidden="true" className={styles.letter}>
      <text data-end="left" data-x={first.x - 1} x={(first.x - 1) * 10} y={first.y * 10}>{name}</text>
      <text data-end="right" data-x={last.x + 1} x={(last.x + 1) * 10} y={last.y * 10}>{name}</text>
    </g>
  )
}
