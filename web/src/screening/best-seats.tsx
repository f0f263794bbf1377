import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { bestTogether } from '../seat-map/neighbours.js'
import type { SeatStore } from '../seat-map/seat-store.js'
import { Button } from '../ui/button.js'
import styles from './tray.module.css'

/** For who would rather not choose: the best that are together, on the map before anything is held. */
export function BestSeats({ store, most }: { readonly store: SeatStore; readonly most: number }) {
  const t = useTranslations('screening.best')
  const [count, setCount] = useState(Math.min(2, most))
  const [isNone, setIsNone] = useState(false)

  function choose(): void {
    const { plan } = store.get()
    const seats = plan === null ? null : bestTogether(plan, store.isFree, count)
    setIsNone(seats === null)
    if (seats !== null) store.choose(seats.map(({ id }) => id))
  }

  return (
    <div className={styles.best}>
      <div role="group" aria-label={t('count')} className={styles.stepper}>
        <button type="button" aria-label={t('fewer')} aria-disabled={count <= 1} onClick={() => setCount(Math.max(1, count - 1))}>−</button>
        <output aria-live="polite">{count}</output>
        <button type="button" aria-label={t('more')} aria-disabled={count >= most} onClick={() => setCount(Math.min(most, count + 1))}>+</button>
      </div>
      <Button onClick={choose}>{t('choose', { count })}</Button>
      <p role="status" className={styles.small}>{isNone ? t('none', { count }) : ''}</p>
    </div>
  )
}
