import { useFormatter, useTranslations } from 'use-intl'
import { useFaultWords } from '../session/use-fault-words.js'
import styles from './tray.module.css'
import type { Booking } from './use-booking.js'

/** Why the last step did not work, beside the button that was pressed. */
export function Problem({ problem }: { readonly problem: Booking['problem'] }) {
  const t = useTranslations('screening.refused')
  const format = useFormatter()
  const faultWords = useFaultWords()
  if (problem === null) return null
  const seats = 'refusal' in problem ? format.list(problem.refusal.tickets.map(({ seat }) => seat.label)) : ''
  return <p role="alert" className={styles.problem}>{'refusal' in problem ? t(problem.refusal.code, { seats }) : faultWords(problem.error)}</p>
}
