import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import styles from './offline-note.module.css'

export function useOnline(): boolean {
  return useSyncExternalStore((notify) => onlineManager.subscribe(notify), () => onlineManager.isOnline())
}

/** Said while the machine has no network; the pages keep what they have. */
export function OfflineNote() {
  const t = useTranslations('layout')
  const isOnline = useOnline()
  return <div role="status" className={styles.note}>{!isOnline && <p>{t('offline')}</p>}</div>
}
