import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useLocation } from 'wouter'
import { leaveFirstPage } from './first-page.js'
import { Footer } from './footer.js'
import { Header } from './header.js'
import styles from './layout.module.css'
import { OfflineNote } from './offline-note.js'

export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('layout')
  useScrollToTop()
  return (
    <div className={styles.layout}>
      <a href="#main" className={styles.skip}>{t('skip')}</a>
      <Header />
      <OfflineNote />
      <main id="main" className={styles.main}>{children}</main>
      <Footer />
    </div>
  )
}

/** A link leads to the top of a page; back and forward lead to where one was, which the browser remembers. */
function useScrollToTop(): void {
  const [path] = useLocation()
  const before = useRef(path)
  const cameBack = useRef(false)
  useEffect(() => {
    const note = () => {
      cameBack.current = true
      leaveFirstPage()
    }
    // Before the router hears of it and shows the page.
    addEventListener('popstate', note, { capture: true })
    return () => removeEventListener('popstate', note, { capture: true })
  }, [])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    if (!cameBack.current) scrollTo({ top: 0, behavior: 'instant' })
    cameBack.current = false
  }, [path])
}
