import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslations } from 'use-intl'
import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'
import { Button } from '../../ui/button.js'
import { Field } from '../../ui/field.js'
import styles from './seat-field.module.css'
import { seatNamed } from './seat-named.js'

/** A seat by its name. `asked` is what the address says; where that is no seat, it says so. */
export function SeatField({ plan, asked, onChoose }: { readonly plan: SeatPlan; readonly asked: string; readonly onChoose: (seat: PlanSeat) => void }) {
  const t = useTranslations('officeHistory.field')
  const [written, setWritten] = useState(asked)
  const [unknown, setUnknown] = useState(asked !== '' && seatNamed(plan, asked) === null ? asked : null)
  const rows = plan.rows.map(({ name }) => name)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const seat = seatNamed(plan, written)
    setUnknown(seat === null ? written.trim() : null)
    if (seat !== null) onChoose(seat)
  }

  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        label={t('label')}
        hint={t('hint', { first: rows[0] ?? '', last: rows.at(-1) ?? '' })}
        fault={unknown === null ? null : unknown === '' ? t('empty') : t('unknown', { seat: unknown })}
        value={written}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        size={8}
        onChange={({ target }) => setWritten(target.value)}
      />
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
