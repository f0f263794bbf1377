import { useTranslations } from 'use-intl'
import styles from '../../screening/view-switch.module.css'
import { PAST_DAYS } from './questions.js'
import type { Period } from './questions.js'

export function PeriodSwitch({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) {
  const t = useTranslations('office.list')
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('period')}</legend>
      {(['coming', 'past'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="period" checked={period === each} onChange={() => onChange(each)} />
          <span>{t(each, { days: PAST_DAYS })}</span>
        </label>
      ))}
    </fieldset>
  )
}
