import { useTranslations } from 'use-intl'
import line from './film-line.module.css'
import styles from './lines-loading.module.css'

/** The timetable before its content: in the same places. */
export function LinesLoading() {
  const t = useTranslations('programme')
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">{t('loading')}</p>
      {[0.7, 0.5, 0.85, 0.6].map((width) => (
        <div key={width} className={line.line} aria-hidden="true">
          <div className={`${line.poster} ${styles.poster}`} />
          <div className={line.film}>
            <div className={styles.title} data-width={width} />
            <div className={styles.text} />
          </div>
          <div className={line.times}>
            <div className={styles.time} />
            <div className={styles.time} />
          </div>
        </div>
      ))}
    </div>
  )
}
