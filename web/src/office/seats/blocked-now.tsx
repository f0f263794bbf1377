import { useFormatter, useTranslations } from 'use-intl'
import tray from '../../screening/tray.module.css'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { Button } from '../../ui/button.js'
import type { BlockedGroup } from './blocked-reasons.js'
import styles from './block-tray.module.css'

/** What is blocked and why, and a press to choose it. */
export function BlockedNow({ groups, store }: { readonly groups: readonly BlockedGroup[]; readonly store: SeatStore }) {
  const t = useTranslations('officeSeats')
  const format = useFormatter()
  return (
    <div className={tray.spacious}>
      <h2 className={styles.label}>{t('now')}</h2>
      {groups.length === 0 && <p className={tray.small}>{t('none')}</p>}
      <ul className={styles.groups}>
        {groups.map(({ reason, seats }) => (
          <li key={reason}>
            <p><b>{reason ?? t('noReason')}</b><span>{format.list(seats.map(({ label }) => label), { type: 'unit' })}</span></p>
            <Button kind="quiet" aria-label={t('chooseThese', { count: seats.length, reason: reason ?? t('noReason') })} onClick={() => store.choose(seats.map(({ id }) => id))}>{t('choose')}</Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
