import { useTranslations } from 'use-intl'
import styles from './view-switch.module.css'

export type View = 'map' | 'list'

export function ViewSwitch({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const t = useTranslations('seatMap.view')
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('group')}</legend>
      {(['map', 'list'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="view" checked={view === each} onChange={() => onChange(each)} />
          <span>{t(each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
