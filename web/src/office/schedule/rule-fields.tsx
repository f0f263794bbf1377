import { useTranslations } from 'use-intl'
import { Field } from '../../ui/field.js'
import type { FieldsProps } from './schedule-page.js'
import styles from './schedule-page.module.css'

export function RuleFields({ draft, saying, onChange }: FieldsProps) {
  const t = useTranslations('officeSchedule')
  return (
    <fieldset className={styles.group}>
      <legend>{t('rules')}</legend>
      <div className={styles.pair}>
        <Field label={t('lock')} name="lock" inputMode="decimal" hint={t('lockHint')} value={draft.lockMinutes} fault={saying('lock')} onChange={({ target }) => onChange({ lockMinutes: target.value })} />
        <Field label={t('most')} name="most" inputMode="numeric" value={draft.most} fault={saying('most')} onChange={({ target }) => onChange({ most: target.value })} />
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={draft.avoidSingleSeats} aria-describedby="single-hint" onChange={({ target }) => onChange({ avoidSingleSeats: target.checked })} />
        <span>{t('single')}</span>
      </label>
      <p id="single-hint" className={styles.hint}>{t('singleHint')}</p>
    </fieldset>
  )
}
