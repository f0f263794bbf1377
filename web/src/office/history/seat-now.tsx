import { useTranslations } from 'use-intl'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeatState, useSeats } from '../../seat-map/use-seats.js'
import type { SeatWords } from '../../seat-map/use-seat-words.js'
import styles from './seat-now.module.css'

/** Which seat it is, and what it is at this moment. */
export function SeatNow({ seat, store, words }: { readonly seat: PlanSeat; readonly store: SeatStore; readonly words: SeatWords }) {
  const t = useTranslations('officeHistory.now')
  const state = useSeatState(store, seat.id)
  const isCancelled = useSeats(store, ({ saleStatus }) => saleStatus === 'CANCELLED')
  return (
    <div className={styles.now}>
      <h2>{seat.label}</h2>
      <div>
        <p><b>{t(state)}</b></p>
        <p className={styles.facts}>{words.place(seat)}, {words.kind(seat.kind)}, {words.price(seat)}</p>
      </div>
      {state === 'blocked' && <p className={styles.block}>{t(isCancelled ? 'cancelledText' : 'blockedText')}</p>}
    </div>
  )
}
