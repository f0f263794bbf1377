import styles from './tool-bar.module.css'

/** A place without a seat, around 0 in tenths of a seat. */
export function GapMark() {
  return <path className={styles.gap} d="M0 0h.01" />
}
