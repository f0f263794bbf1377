import { useTranslations } from 'use-intl'
import styles from '../../screening/view-switch.module.css'

export function ViewChoice({ isPreview, onChange }: { readonly isPreview: boolean; readonly onChange: (isPreview: boolean) => void }) {
  const t = useTranslations('officeBuilder.view')
  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">{t('group')}</legend>
      {(['edit', 'preview'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="view" checked={isPreview === (each === 'preview')} onChange={() => onChange(each === 'preview')} />
          <span>{t(each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
