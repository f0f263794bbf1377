import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../i18n/language.js'
import { languages, nameOf } from '../i18n/languages.js'
import { Icon } from '../ui/icon.js'
import styles from './settings.module.css'
import { themes, useTheme } from './theme.js'

/** Language and theme, in a panel that the browser opens, closes and gives the focus back from. */
export function Settings() {
  const t = useTranslations('layout')
  const id = useId()
  const { language, choose } = useLanguage()
  const [theme, chooseTheme] = useTheme()
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} aria-label={t('settings')}>
        <Icon name="settings" />
      </button>
      <div id={id} popover="auto" className={styles.panel} role="group" aria-label={t('settings')}>
        <Choice label={t('language')} name="language" value={language} onChoose={choose}
          options={languages.map((value) => ({ value, label: nameOf[value], lang: value }))} />
        <Choice label={t('theme')} name="theme" value={theme} onChoose={chooseTheme}
          options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))} />
      </div>
    </>
  )
}

function Choice<Value extends string>({ label, name, value, options, onChoose }: {
  readonly label: string
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[]
  readonly onChoose: (value: Value) => void
}) {
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
