import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { isFirstPage } from './first-page.js'
import styles from './page.module.css'

/**
 * Every page: what the window is called, and its heading, which has the focus after a link was followed, so that screen
 * readers say where they are. `heading` is the title unless something else is to be seen.
 */
export function Page({ title, heading = title, hideHeading = false, large = false, className, beside, children }: {
  readonly title: string
  readonly heading?: ReactNode
  /** Where the page shows what it is without one; screen readers have it all the same. */
  readonly hideHeading?: boolean
  /** In the largest type: where the heading is what one came for. */
  readonly large?: boolean
  readonly className?: string | undefined
  /** At the heading's side, below it where there is no room. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  const headingElement = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirstPage()) headingElement.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={className ?? styles.page}>
      <title>{`${title} · mov-ticket`}</title>
      <div className={hideHeading ? undefined : styles.head}>
        <h1 ref={headingElement} tabIndex={-1} className={hideHeading ? 'visually-hidden' : large ? styles.large : undefined}>{heading}</h1>
        {beside !== undefined && <div className={styles.beside}>{beside}</div>}
      </div>
      {children}
    </div>
  )
}
