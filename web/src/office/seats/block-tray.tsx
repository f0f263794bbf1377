import { useTranslations } from 'use-intl'
import tray from '../../screening/tray.module.css'
import type { SeatPlan } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'
import { Button } from '../../ui/button.js'
import { BlockForm } from './block-form.js'
import { BlockedNow } from './blocked-now.js'
import styles from './block-tray.module.css'
import { FreeForm } from './free-form.js'
import { BlockOutcome } from './block-outcome.js'
import { RowPicker } from './row-picker.js'
import { SeatRemark } from './seat-remark.js'
import { useBlockedGroups } from './blocked-reasons.js'
import { useBlocking } from './use-blocking.js'
import { useTally } from './use-tally.js'

export interface BlockTrayProps {
  readonly screeningId: string
  readonly plan: SeatPlan
  readonly store: SeatStore
}

/** Beside the map: what is chosen, and what may be done with it. */
export function BlockTray({ screeningId, plan, store }: BlockTrayProps) {
  const t = useTranslations('officeSeats')
  const blocking = useBlocking(screeningId, store)
  const chosen = useSeats(store, (now) => now.chosen)
  const { blocked, ...counts } = useTally(store, plan)
  const groups = useBlockedGroups(screeningId, blocked)
  const free = chosen.filter(({ id }) => store.isFree(id))
  const chosenBlocked = chosen.filter(({ id }) => !store.isFree(id))
  return (
    <section aria-label={t('tray')} className={`${tray.tray} ${styles.tray}`}>
      <h2 className={tray.spacious}>{t('tray')}</h2>
      <p className={`${tray.small} ${tray.spacious}`}>{t('tally', { ...counts, blocked: blocked.length })}</p>
      <SeatRemark screeningId={screeningId} store={store} />
      <BlockOutcome blocking={blocking} />
      {chosen.length === 0 ? (
        <>
          <p className={`${tray.small} ${tray.spacious}`}>{t('hint')}</p>
          <RowPicker plan={plan} store={store} />
          <BlockedNow groups={groups} store={store} />
        </>
      ) : (
        <>
          <div className={styles.chosen}>
            <p role="status"><b>{t('chosen', { count: chosen.length })}</b></p>
            <Button kind="quiet" onClick={() => store.choose([])}>{t('clear')}</Button>
          </div>
          {free.length > 0 && <BlockForm seats={free} store={store} blocking={blocking} />}
          {chosenBlocked.length > 0 && <FreeForm seats={chosenBlocked} groups={groups} store={store} blocking={blocking} isMain={free.length === 0} />}
        </>
      )}
    </section>
  )
}
