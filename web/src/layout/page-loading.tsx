import { useTranslations } from 'use-intl'
import styles from './page-loading.module.css'

/** The place of a page whose code is on its way; after a moment it says so. */
export function PageLoading() {
  const t = useTranslations('layout')
  return (
    <div className={styles.loading} aria-busy="true">
      <p className="visually-hidden" role="status">{t('loading')}</p>
    </div>
  )
}
