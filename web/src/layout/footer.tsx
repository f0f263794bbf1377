import { useTranslations } from 'use-intl'
import styles from './footer.module.css'

export function Footer() {
  const t = useTranslations('layout')
  return (
    <footer className={styles.footer}>
      <p>{t('footer')}</p>
      <p>
        <a href="/graphql">{t('graph')}</a>
      </p>
    </footer>
  )
}
