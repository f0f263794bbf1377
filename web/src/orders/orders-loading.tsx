import { useTranslations } from 'use-intl'
import waiting from '../programme/lines-loading.module.css'
import line from './order-line.module.css'
import styles from './orders-page.module.css'

/** The list before its content: in the same places. */
export function OrdersLoading() {
  const t = useTranslations('orders')
  return (
    <div className={styles.part} aria-busy="true">
      <p className="visually-hidden" role="status">{t('loading')}</p>
      <h2 aria-hidden="true">{t('current')}</h2>
      {[0.7, 0.5, 0.85].map((width) => (
        <div key={width} className={line.line} aria-hidden="true">
          <div className={`${line.poster} ${waiting.poster}`} />
          <div className={line.facts}>
            <div className={waiting.title} data-width={width} />
            <div className={waiting.text} />
          </div>
        </div>
      ))}
    </div>
  )
}
