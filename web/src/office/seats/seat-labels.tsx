import { useTranslations } from 'use-intl'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import styles from './block-tray.module.css'

const SHOWN = 40

/** The chosen ones; a press gives one back. */
export function SeatLabels({ seats, store }: { readonly seats: readonly PlanSeat[]; readonly store: SeatStore }) {
  const t = useTranslations('officeSeats')
  return (
    <ul className={styles.labels}>
      {seats.slice(0, SHOWN).map(({ id, label }) => (
        <li key={id}>
          <button type="button" aria-label={t('remove', { seat: label })} onClick={() => store.choose(store.get().chosen.filter((other) => other.id !== id).map((other) => other.id))}>{label}</button>
        </li>
      ))}
      {seats.length > SHOWN && <li>{t('more', { count: seats.length - SHOWN })}</li>}
    </ul>
  )
}
