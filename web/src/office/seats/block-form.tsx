import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlanSeat } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { Button } from '../../ui/button.js'
import { Field } from '../../ui/field.js'
import styles from './block-tray.module.css'
import { SeatLabels } from './seat-labels.js'
import type { Blocking } from './use-blocking.js'

const suggestions = ['broken', 'guests', 'technical', 'view'] as const

/** Takes free seats from sale, with the reason, which is remembered with them. */
export function BlockForm({ seats, store, blocking }: { readonly seats: readonly PlanSeat[]; readonly store: SeatStore; readonly blocking: Blocking }) {
  const t = useTranslations('officeSeats')
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  return (
    <form className={styles.form} noValidate onSubmit={(event) => {
      event.preventDefault()
      const field = event.currentTarget.elements.namedItem('reason')
      setIsMissing(reason.trim() === '')
      if (reason.trim() !== '') void blocking.block(seats, reason.trim())
      else if (field instanceof HTMLInputElement) field.focus()
    }}>
      <h2 className={styles.label}>{t('toBlock')}</h2>
      <SeatLabels seats={seats} store={store} />
      <Field label={t('reason')} hint={t('reasonHint')} name="reason" maxLength={200} autoComplete="off" required value={reason}
        fault={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined} onChange={({ target }) => setReason(target.value)} />
      {reason === '' && (
        <div className={styles.suggestions}>
          {suggestions.map((name) => <button key={name} type="button" onClick={() => setReason(t(`reasons.${name}`))}>{t(`reasons.${name}`)}</button>)}
        </div>
      )}
      <Button kind="main" type="submit" busy={blocking.busy === 'blocked'}>{t('block', { count: seats.length })}</Button>
    </form>
  )
}
