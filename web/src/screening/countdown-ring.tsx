import { useTranslations } from 'use-intl'
import { clockFace } from './remaining.js'
import styles from './countdown-ring.module.css'

/** A ring that empties, around the time that is left. Not spoken by itself: the warning is. */
export function CountdownRing({ seconds, of }: { readonly seconds: number; readonly of: number }) {
  const t = useTranslations('screening.hold')
  const share = Math.min(1, seconds / Math.max(of, 1))
  return (
    <div className={styles.ring} role="timer" aria-live="off" aria-label={t('left', { time: clockFace(seconds) })} data-short={seconds <= 60 || undefined}>
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="17.5" className={styles.track} />
        <circle cx="20" cy="20" r="17.5" className={styles.rest} pathLength="100" strokeDasharray="100" strokeDashoffset={100 - share * 100} />
      </svg>
      <span aria-hidden="true">{clockFace(seconds)}</span>
    </div>
  )
}
