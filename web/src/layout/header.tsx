import { useTranslations } from 'use-intl'
import { Link, useRoute } from 'wouter'
import { SignedInAs } from '../session/signed-in-as.js'
import { useSession } from '../session/session.js'
import styles from './header.module.css'
import { Settings } from './settings.js'
import { Wordmark } from './wordmark.js'

export function Header() {
  const t = useTranslations('layout')
  const { user } = useSession()
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.wordmark} aria-label={t('home')}><Wordmark /></Link>
      <nav className={styles.nav} aria-label={t('navigation')}>
        <NavLink to="/" pattern="/">{t('programme')}</NavLink>
        <NavLink to="/orders" pattern="/orders/*?">{t('orders')}</NavLink>
        {user?.role === 'ADMIN' && <NavLink to="/office" pattern="/office/*?">{t('office')}</NavLink>}
      </nav>
      <div className={styles.own}>
        <SignedInAs />
        <Settings />
      </div>
    </header>
  )
}

function NavLink({ to, pattern, children }: { readonly to: string; readonly pattern: string; readonly children: string }) {
  const [isHere] = useRoute(pattern)
  return <Link to={to} className={styles.link} aria-current={isHere ? 'page' : undefined}>{children}</Link>
}
