import { useTranslations } from 'use-intl'
import { useDates } from '../i18n/use-dates.js'
import styles from './connection-note.module.css'
import type { SeatStore } from './seat-store.js'
import { useSeats } from './use-seats.js'

/** Whether the map is true right now. Spoken when it stops being so, and when it is so again. */
export function ConnectionNote({ store }: { readonly store: SeatStore }) {
  const t = useTranslations('seatMap.connection')
  const dates = useDates()
  const status = useSeats(store, (now) => now.status)
  const since = useSeats(store, (now) => now.since)
  return (
    <p role="status" className={styles.note} data-status={status}>
      {status === 'stale' ? t('stale', { time: dates.time(new Date(since)) }) : t(status)}
    </p>
  )
}
