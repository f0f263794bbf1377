import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Series, Step } from './series.js'
import styles from './step-table.module.css'

/** What the chart shows, in figures: the latest first. Steps in which nothing was are left out of those that count. */
export function StepTable({ title, steps, series, value, moment, skipEmpty }: {
  readonly title: string
  readonly steps: readonly Step[]
  readonly series: readonly Series[]
  readonly value: (value: number) => string
  readonly moment: (step: Step) => string
  readonly skipEmpty: boolean
}) {
  const t = useTranslations('officeDashboard.chart')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('table')}<span className="visually-hidden">: {title}</span></summary>
      {isOpen && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
        <div className={styles.window} role="region" aria-label={t('tableOf', { title })} tabIndex={0}>
          <table>
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{t('when')}</th>
                {series.map(({ name }) => <th key={name} scope="col">{name}</th>)}
              </tr>
            </thead>
            <tbody>
              {steps.map((step, index) => ({ step, index })).toReversed().map(({ step, index }) => {
                const values = series.map((each) => each.values[index] ?? 0)
                return skipEmpty && values.every((each) => each === 0) ? null : (
                  <tr key={step.from.getTime()}>
                    <th scope="row">{moment(step)}</th>
                    {series.map(({ name }, column) => <td key={name}>{value(values[column] ?? 0)}</td>)}
                  </tr>
                )
              })}
            </tbody>
          </table>
          {skipEmpty && <p>{t('skipped')}</p>}
        </div>
      )}
    </details>
  )
}
