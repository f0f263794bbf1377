import { useState } from 'react'
import { useTranslations } from 'use-intl'
import tray from '../../screening/tray.module.css'
import type { SeatPlan } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { Button } from '../../ui/button.js'
import styles from './block-tray.module.css'
import { together } from './use-range.js'

/** For fingers, which have no Shift. */
export function RowPicker({ plan, store }: { readonly plan: SeatPlan; readonly store: SeatStore }) {
  const t = useTranslations('officeSeats')
  const [name, setName] = useState(plan.rows[0]?.name ?? '')
  const [isNothing, setIsNothing] = useState(false)
  return (
    <form className={styles.picker} onSubmit={(event) => {
      event.preventDefault()
      const ids = together(store, plan.rows.find((row) => row.name === name)?.seats ?? [])
      setIsNothing(ids.length === 0)
      store.choose(ids)
    }}>
      <label>
        {t('rows')}
        <select value={name} onChange={({ target }) => setName(target.value)}>
          {plan.rows.map((row) => <option key={row.name} value={row.name}>{t('row', { row: row.name })}</option>)}
        </select>
      </label>
      <Button type="submit">{t('chooseRow')}</Button>
      <p role="status" className={tray.small}>{isNothing ? t('nothingInRow', { row: name }) : ''}</p>
    </form>
  )
}
