import { useTranslations } from 'use-intl'
import switchStyles from '../../screening/view-switch.module.css'
import styles from './span-switch.module.css'
import { spanNames } from './spans.js'
import type { SpanName } from './spans.js'

export function SpanSwitch({ span, onChange }: { readonly span: SpanName; readonly onChange: (span: SpanName) => void }) {
  const t = useTranslations('officeDashboard.spans')
  return (
    <fieldset className={`${switchStyles.switch} ${styles.spans}`}>
      <legend className="visually-hidden">{t('group')}</legend>
      {spanNames.map((each) => (
        <label key={each}>
          <input type="radio" name="span" checked={span === each} onChange={() => onChange(each)} />
          <span>{t(each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
