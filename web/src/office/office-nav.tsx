import { useTranslations } from 'use-intl'
import { Link, useLocation } from 'wouter'
import styles from './office-nav.module.css'

const places = [
  { name: 'screenings', to: '/', pattern: /^\/(?:screenings\/(?:[^/]+))?$/ },
  { name: 'auditoriums', to: '/auditoriums', pattern: /^\/auditoriums(?:\/|$)/ },
  { name: 'dashboard', to: '/dashboard', pattern: /^\/(?:screenings\/[^/]+\/)?dashboard$/ },
  { name: 'history', to: '/history', pattern: /^\/(?:screenings\/[^/]+\/)?history$/ },
] as const

export function OfficeNav() {
  const t = useTranslations('office')
  const [path] = useLocation()
  return (
    <nav aria-label={t('navigation')} className={styles.nav}>
      {places.map(({ name, to, pattern }) => (
        <Link key={name} to={to} className={styles.link} aria-current={pattern.test(path) ? 'page' : undefined}>{t(name)}</Link>
      ))}
    </nav>
  )
}
