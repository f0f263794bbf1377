import { useTranslations } from 'use-intl'
import { useDates } from '../../i18n/use-dates.js'
import { useToday } from '../../programme/use-today.js'
import { Field } from '../../ui/field.js'
import { startOfDraft } from './draft.js'
import type { FieldsProps } from './schedule-page.js'
import styles from './schedule-page.module.css'

const MINUTE_MS = 60_000
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()

export function WhenFields({ draft, saying, onChange }: FieldsProps) {
  const t = useTranslations('officeSchedule')
  const dates = useDates()
  const today = useToday()
  const start = startOfDraft(draft)
  const end = start === null || draft.film === null ? null : new Date(start.getTime() + draft.film.runtimeMinutes * MINUTE_MS)
  return (
    <div className={styles.pair}>
      <Field label={t('day')} name="day" type="date" min={today} value={draft.day} fault={saying('day')} onChange={({ target }) => onChange({ day: target.value })} />
      <Field label={t('time')} name="time" type="time" value={draft.time} fault={saying('time')} onChange={({ target }) => onChange({ time: target.value })} />
      <p className={styles.hint}>{t('zone', { zone: timeZone })} {end !== null && t('ends', { time: dates.time(end) })}</p>
    </div>
  )
}
