import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/button.js'
import styles from './as-of.module.css'

/** When the charts were true, and what to do where they are no longer renewed. */
export function AsOf({ at, failed, onRetry }: { readonly at: number; readonly failed: boolean; readonly onRetry: () => void }) {
  const t = useTranslations('officeDashboard')
  const format = useFormatter()
  const time = format.dateTime(new Date(at), { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return (
    <div className={styles.asOf} data-failed={failed || undefined}>
      <p>
        {t('asOf', { time })} <span role="status">{failed && t('notRenewed')}</span>
      </p>
      {failed && <Button onClick={onRetry}>{t('again')}</Button>}
    </div>
  )
}
