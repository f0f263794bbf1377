import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import styles from './order-mark.module.css'
import type { Standing } from './standing.js'

/** Told apart by form first: colour only adds to it. */
const forms = {
  placed: <path d="M4.5 12h.01M12 12h.01M19.5 12h.01" strokeWidth="3" />,
  held: <><path d="M12 3.5a8.5 8.5 0 1 1-8.5 8.5" /><path d="M12 7.5V12l3 2" /></>,
  ahead: <path fill="currentColor" d="M3 7h18v3.5a1.75 1.75 0 0 0 0 3.5v3H3v-3a1.75 1.75 0 0 0 0-3.5z" />,
  running: <path fill="currentColor" d="M7 4.5v15l12-7.5z" />,
  seen: <path d="m4.5 12.5 5 5L20 7" />,
  rejected: <><circle cx="12" cy="12" r="8.5" /><path d="M8 12h8" /></>,
  cancelled: <path d="m6 6 12 12M18 6 6 18" />,
  expired: <path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 7 8 17M16 3.5c0 5-8 7-8 17" />,
} as const satisfies Record<Standing, ReactNode>

export function OrderMark({ standing }: { readonly standing: Standing }) {
  const t = useTranslations('orders.standing')
  return (
    <span className={styles.mark} data-standing={standing}>
      <svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        {forms[standing]}
      </svg>
      {t(standing)}
    </span>
  )
}
