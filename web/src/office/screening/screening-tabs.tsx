import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import styles from './screening-tabs.module.css'

const tabs = { seats: '', dashboard: '/dashboard', history: '/history' } as const
export type ScreeningTab = keyof typeof tabs

export function pathTo(id: string, tab: ScreeningTab): string {
  return `/screenings/${id}${tabs[tab]}`
}

/** Between the pages of one screening. They are pages, each with an address, so these are links. */
export function ScreeningTabs({ id, at }: { readonly id: string; readonly at: ScreeningTab }) {
  const t = useTranslations('office.screening')
  return (
    <nav aria-label={t('pages')} className={styles.tabs}>
      {(['seats', 'dashboard', 'history'] as const).map((tab) => (
        <Link key={tab} to={pathTo(id, tab)} className={styles.tab} aria-current={tab === at ? 'page' : undefined}>{t(tab)}</Link>
      ))}
    </nav>
  )
}
