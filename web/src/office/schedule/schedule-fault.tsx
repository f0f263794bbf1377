import { GraphError } from '@mov-ticket/sdk'
import { useTranslations } from 'use-intl'
import { useFaultWords } from '../../session/use-fault-words.js'
import styles from './schedule-page.module.css'
import type { Attempt } from './use-schedule.js'

/** Beside the button: how much is wrong above, or what is wrong with the whole. */
export function ScheduleFault({ attempt: { faults, error } }: { readonly attempt: Attempt }) {
  const t = useTranslations('officeSchedule.faults')
  const words = useFaultWords()
  const count = Object.keys(faults).length
  if (count > 0) return <p role="alert" className={styles.fault}>{t('summary', { count })}</p>
  if (error === null) return null
  const isRefused = error instanceof GraphError && (error.code === 'FORBIDDEN' || error.code === 'UNAUTHENTICATED')
  return <p role="alert" className={styles.fault}>{isRefused ? t('forbidden') : words(error)}</p>
}
