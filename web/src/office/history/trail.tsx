import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAsk } from '../../data/use-ask.js'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { Button } from '../../ui/button.js'
import { FaultNotice } from '../../ui/fault-notice.js'
import { seatPace, useAskedAgain } from '../dashboard/use-asked-again.js'
import { HoldEntry } from './hold-entry.js'
import { trailOf } from './questions.js'
import styles from './trail.module.css'

/** Everybody who held a seat, the latest first; renewed when the seat changes. */
export function Trail({ seat, store }: { readonly seat: PlanSeat; readonly store: SeatStore }) {
  const t = useTranslations('officeHistory.trail')
  const [pages, setPages] = useState(1)
  const { data, error, refetch, isFetching } = useAsk(trailOf(seat.id, pages), { keepPrevious: true })
  const ask = () => void refetch({ cancelRefetch: false })
  useAskedAgain(store.seat(seat.id).subscribe, ask, seatPace)

  if (data === undefined) return error === null ? <div className={styles.waiting} aria-busy="true" /> : <FaultNotice error={error} onRetry={ask} />
  if (data === null || data.holds.length === 0) return <p className={styles.none}>{t('none', { seat: seat.label })}</p>
  return (
    <>
      {error !== null && <p role="status" className={styles.stale}>{t('stale')} <Button onClick={ask}>{t('again')}</Button></p>}
      <p className={styles.count}>{t('count', { count: data.total })}</p>
      <ol className={styles.trail} aria-label={t('title', { seat: seat.label })}>
        {data.holds.map((hold) => <HoldEntry key={hold.order.id} hold={hold} seat={seat} />)}
      </ol>
      {data.holds.length < data.total && <Button className={styles.more} busy={isFetching} onClick={() => setPages(pages + 1)}>{t('more')}</Button>}
    </>
  )
}
