import { useMemo } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { SeatGlyph } from '../../seat-map/seat-glyph.js'
import { Field } from '../../ui/field.js'
import type { FieldsProps } from './schedule-page.js'
import styles from './schedule-page.module.css'

const usual = ['EUR', 'CHF', 'GBP', 'USD']

/** One price for each kind of seat that the room has. */
export function PriceFields({ draft, isKnown, saying, onChange }: FieldsProps & { readonly isKnown: boolean }) {
  const t = useTranslations('officeSchedule')
  const seats = useTranslations('seatMap.kinds')
  const fault = saying('prices')
  return (
    <fieldset className={styles.group}>
      <legend>{t('prices')}</legend>
      {draft.room === null ? (
        <p className={styles.hint}>{t('pricesNone')}</p>
      ) : (
        <>
          {isKnown && <p className={styles.hint}>{t('pricesKnown')}</p>}
          <div className={styles.prices}>
            {draft.room.seatKinds.map((kind) => (
              <Field
                key={kind}
                label={<span className={styles.kind}><svg viewBox="-5 -5 10 10" width="20" height="20" aria-hidden="true" data-state="free"><SeatGlyph kind={kind} state="free" /></svg>{seats(kind)}</span>}
                name={`price-${kind}`}
                inputMode="decimal"
                autoComplete="off"
                value={draft.prices[kind] ?? ''}
                fault={saying(`price-${kind}`)}
                onChange={({ target }) => onChange({ currency: draft.currency, prices: { ...draft.prices, [kind]: target.value } })}
              />
            ))}
            <Currency draft={draft} onChange={onChange} />
          </div>
          {fault !== undefined && <p className={styles.fault}>{fault}</p>}
        </>
      )}
    </fieldset>
  )
}

function Currency({ draft, onChange }: Omit<FieldsProps, 'saying'>) {
  const t = useTranslations('officeSchedule')
  const locale = useLocale()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' })
    const others = Intl.supportedValuesOf('currency').filter((code) => !usual.includes(code))
    return [...usual, ...others].map((code) => ({ code, name: names.of(code) ?? code }))
  }, [locale])
  return (
    <div className={styles.field}>
      <label htmlFor="currency">{t('currency')}</label>
      <select id="currency" value={draft.currency} onChange={({ target }) => onChange({ currency: target.value, prices: draft.prices })}>
        {options.map(({ code, name }) => <option key={code} value={code}>{`${code} · ${name}`}</option>)}
      </select>
    </div>
  )
}
