import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Field } from '../../ui/field.js'
import styles from './builder-page.module.css'
import { MOST_COLUMNS, MOST_ROWS } from './grid.js'
import type { Grid } from './grid.js'
import { directions, rowNames } from './naming.js'
import type { Direction, RowNames } from './naming.js'

export interface Naming {
  readonly names: RowNames
  readonly direction: Direction
}

/** How large the room is, and what its seats are called. */
export function RoomFields({ name, fault, onName, grid, onSize, naming, onNaming }: {
  readonly name: string
  readonly fault: string | undefined
  readonly onName: (name: string) => void
  readonly grid: Grid
  readonly onSize: (rows: number, columns: number) => void
  readonly naming: Naming
  readonly onNaming: (naming: Naming) => void
}) {
  const t = useTranslations('officeBuilder')
  return (
    <div className={styles.fields}>
      <div className={styles.name}>
        <Field label={t('name')} name="name" maxLength={100} autoComplete="off" placeholder={t('namePlaceholder')} value={name} fault={fault} onChange={({ target }) => onName(target.value)} />
      </div>
      <Size label={t('rows')} value={grid.rows} most={MOST_ROWS} onChange={(rows) => onSize(rows, grid.columns)} />
      <Size label={t('columns')} value={grid.columns} most={MOST_COLUMNS} onChange={(columns) => onSize(grid.rows, columns)} />
      <label className={styles.choice}>
        {t('names')}
        <select value={naming.names} onChange={({ target }) => onNaming({ ...naming, names: rowNames.find((each) => each === target.value) ?? 'letters' })}>
          {rowNames.map((each) => <option key={each} value={each}>{t(`rowNames.${each}`)}</option>)}
        </select>
      </label>
      <label className={styles.choice}>
        {t('direction')}
        <select value={naming.direction} onChange={({ target }) => onNaming({ ...naming, direction: directions.find((each) => each === target.value) ?? 'left' })}>
          {directions.map((each) => <option key={each} value={each}>{t(`directions.${each}`)}</option>)}
        </select>
      </label>
    </div>
  )
}

/** Takes effect as soon as it is a number that is possible. */
function Size({ label, value, most, onChange }: { readonly label: string; readonly value: number; readonly most: number; readonly onChange: (value: number) => void }) {
  const t = useTranslations('officeBuilder.faults')
  const [text, setText] = useState(String(value))
  const isFine = (given: string) => /^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= most
  // Undone, or taken from another room: the number is no longer what was written.
  const shown = isFine(text) && Number(text) !== value ? String(value) : text
  return (
    <Field label={label} type="number" min={1} max={most} value={shown} fault={isFine(shown) ? undefined : t('size', { most })}
      onChange={({ target }) => {
        setText(target.value)
        if (isFine(target.value)) onChange(Number(target.value))
      }} />
  )
}
