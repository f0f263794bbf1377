import { useTranslations } from 'use-intl'
import waiting from '../programme/lines-loading.module.css'
import styles from './film-page.module.css'

export function FilmLoading() {
  const t = useTranslations('film')
  return (
    <div className={styles.film} aria-busy="true">
      <p className="visually-hidden" role="status">{t('loading')}</p>
      <div className={`${styles.poster} ${waiting.poster}`} />
      <div className={styles.facts}>
        <div className={waiting.title} />
        <div className={waiting.text} />
      </div>
    </div>
  )
}
