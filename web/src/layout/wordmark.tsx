import styles from './wordmark.module.css'

/** The name as letters on a marquee, with a ticket's notch between them. */
export function Wordmark() {
  return (
    <span className={styles.wordmark} aria-hidden="true">
      <span>mov</span>
      <svg viewBox="0 0 10 26" width="10" height="26">
        <path d="M5 0v3m0 4v3m0 6v3m0 4v3" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
        <circle cx="5" cy="13" r="1.9" className={styles.lamp} />
      </svg>
      <span>ticket</span>
    </span>
  )
}
