import { memo, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { PlanRow, PlanSeat } from './plan.js'
import { SeatGlyph } from './seat-glyph.js'
import type { SeatMapProps } from './seat-map.js'
import { isMine } from './seat-state.js'
import styles from './seat-list.module.css'
import { useFreeCount, useSeatState } from './use-seats.js'

/** The same seats by row, for whom a picture is no help. Rows open, so that nobody tabs through a whole house. */
export function SeatList({ plan, ...rest }: SeatMapProps) {
  const t = useTranslations('seatMap')
  return (
    <section aria-label={t('map')} className={styles.list}>
      <p className={styles.hint}>{t('listHint')}</p>
      {plan.rows.map((row) => <Row key={row.name} row={row} {...rest} />)}
    </section>
  )
}

type SeatParts = Omit<SeatMapProps, 'plan'>

const Row = memo(function Row({ row: { name, seats }, store, ...rest }: { readonly row: PlanRow } & SeatParts) {
  const t = useTranslations('seatMap')
  const ids = useMemo(() => seats.map(({ id }) => id), [seats])
  const count = useFreeCount(store, ids)
  return (
    <details className={styles.row}>
      <summary><b>{t('row', { row: name })}</b><span>{t('rowCount', { count })}</span></summary>
      <ul className={styles.seats}>
        {seats.map((seat) => <li key={seat.id}><ListSeat seat={seat} store={store} {...rest} /></li>)}
      </ul>
    </details>
  )
})

const ListSeat = memo(function ListSeat({ seat, store, words, onToggle }: { readonly seat: PlanSeat } & SeatParts) {
  const state = useSeatState(store, seat.id)
  const isOpen = store.isOpen(state)
  return (
    <label className={styles.seat} data-open={isOpen || undefined}>
      <input type="checkbox" checked={isMine(state)} disabled={!isOpen} aria-label={words.name(seat, state)} onChange={() => onToggle(seat.id)} />
      <svg viewBox="-5 -5 10 10" width="28" height="28" aria-hidden="true" data-state={state}><SeatGlyph kind={seat.kind} state={state} /></svg>
      <span aria-hidden="true" className={styles.words}>
        <b>{seat.number}</b>
        <span>{isOpen ? words.price(seat) : words.state(state)}</span>
      </span>
    </label>
  )
})
