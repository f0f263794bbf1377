import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** What is the case and what to do next, in the place of what would be there otherwise. */
export function Notice({ title, children, actions, urgent = false }: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Is spoken at once. */
  readonly urgent?: boolean
}) {
  return (
    <section className={styles.notice} role={urgent ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
