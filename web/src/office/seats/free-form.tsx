import { useTranslations } from 'use-intl'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { Button } from '../../ui/button.js'
import type { BlockedGroup } from './blocked-reasons.js'
import styles from './block-tray.module.css'
import { SeatLabels } from './seat-labels.js'
import type { Blocking } from './use-blocking.js'

/** Puts blocked seats back on sale; says why they were blocked. */
export function FreeForm({ seats, groups, store, blocking, isMain }: {
  readonly seats: readonly PlanSeat[]
  readonly groups: readonly BlockedGroup[]
  readonly store: SeatStore
  readonly blocking: Blocking
  readonly isMain: boolean
}) {
  const t = useTranslations('officeSeats')
  const reasons = [...new Set(groups.filter((group) => group.seats.some((seat) => seats.includes(seat))).map(({ reason }) => reason))]
  const [reason = null] = reasons
  return (
    <div className={styles.form}>
      <h2 className={styles.label}>{t('toFree')}</h2>
      <SeatLabels seats={seats} store={store} />
      <p>{reasons.map((each) => each ?? t('noReason')).join(' · ')}</p>
      <Button kind={isMain ? 'main' : 'plain'} busy={blocking.busy === 'freed'} onClick={() => void blocking.free(seats, reasons.length === 1 ? reason : null)}>
        {t('free', { count: seats.length })}
      </Button>
    </div>
  )
}
