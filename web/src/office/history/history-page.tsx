import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { useSearchParams } from 'wouter'
import { useLiveSeats } from '../../screening/use-live-seats.js'
import { ConnectionNote } from '../../seat-map/connection-note.js'
import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { useSeatWords } from '../../seat-map/use-seat-words.js'
import { OfficeScreening } from '../screening/office-screening.js'
import styles from './history-page.module.css'
import { SeatField } from './seat-field.js'
import { SeatNow } from './seat-now.js'
import { seatNamed } from './seat-named.js'
import { SeatPicker } from './seat-picker.js'
import { Trail } from './trail.js'

export function HistoryPage({ id }: { readonly id: string }) {
  const store = useLiveSeats(id)
  return (
    <OfficeScreening id={id} at="history" aside={<ConnectionNote store={store} />}>
      {() => <SeatHistory store={store} />}
    </OfficeScreening>
  )
}

function SeatHistory({ store }: { readonly store: SeatStore }) {
  const plan = useSeats(store, (now) => now.plan)
  return plan === null ? <div className={styles.waiting} aria-busy="true" /> : <KnownSeats plan={plan} store={store} />
}

function KnownSeats({ plan, store }: { readonly plan: SeatPlan; readonly store: SeatStore }) {
  const t = useTranslations('officeHistory')
  const words = useSeatWords()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('seat') ?? ''
  const seat = seatNamed(plan, asked)
  const choose = useCallback(({ label }: PlanSeat) => setSearch({ seat: label }), [setSearch])
  return (
    <div className={styles.history}>
      <div className={styles.seat}>
        {/* Another address is another beginning. */}
        <SeatField key={asked} plan={plan} asked={asked} onChoose={choose} />
        <a className={styles.toRoom} href="#room">{t('toRoom')}</a>
        {seat === null ? (
          <p className={styles.hint}>{t('choose')}</p>
        ) : (
          <section className={styles.told} aria-label={t('of', { seat: seat.label })}>
            <SeatNow seat={seat} store={store} words={words} />
            <Trail key={seat.id} seat={seat} store={store} />
          </section>
        )}
      </div>
      <div id="room" className={styles.room}>
        <SeatPicker plan={plan} store={store} words={words} chosen={seat} onChoose={choose} />
      </div>
    </div>
  )
}
