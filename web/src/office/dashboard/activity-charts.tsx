import type { Screening } from '@mov-ticket/sdk'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { decimalsOf, useMoney } from '../../i18n/use-money.js'
import styles from './activity-charts.module.css'
import type { Series } from './chart/series.js'
import { TimeChart } from './chart/time-chart.js'
import type { Activity } from './questions.js'
import { useStepWords } from './use-step-words.js'

/** Below these, an axis would show parts of one. */
const LEAST = 4

type Counted = 'reservedSeats' | 'lockedSeats' | 'locks' | 'reservations' | 'expiries' | 'cancellations' | 'refusals'

/** How full, how fast, how many let go, how much: over the same time, and pointed at together. */
export function ActivityCharts({ screening, span, steps: known }: Activity & { readonly screening: Screening }) {
  const t = useTranslations('officeDashboard.charts')
  const format = useFormatter()
  const money = useMoney()
  const words = useStepWords(span)
  const [pointed, setPointed] = useState<number | null>(null)
  const steps = known.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }))
  const currency = known[0]?.revenue.currency ?? 'EUR'
  const unit = 10 ** decimalsOf(currency)
  const per = t(`per.${span}`)

  const of = (name: Counted, look: Series['look']): Series => ({ name: t(name), look, values: known.map((step) => step[name]) })
  const count = (value: number) => format.number(value)
  const price = (amount: number) => money({ amount, currency })
  const shared = { steps, pointed, onPoint: setPointed, ...words }

  return (
    <div className={styles.charts}>
      <TimeChart
        {...shared}
        title={t('full')}
        note={t('fullNote', { all: screening.ticketCount })}
        kind="area"
        series={[of('reservedSeats', 'solid'), of('lockedSeats', 'hatched')]}
        whole={screening.ticketCount}
        value={count}
      />
      <TimeChart {...shared} title={t('fast')} note={t('fastNote', { per })} kind="bars" series={[of('locks', 'outlined'), of('reservations', 'solid')]} least={LEAST} value={count} />
      <TimeChart
        {...shared}
        title={t('letGo')}
        note={t('letGoNote', { per })}
        kind="stack"
        series={[of('expiries', 'hatched'), of('cancellations', 'solid'), of('refusals', 'outlined')]}
        least={LEAST}
        value={count}
      />
      <TimeChart
        {...shared}
        title={t('revenue')}
        note={t('revenueNote')}
        kind="area"
        series={[{ name: t('revenueOf'), look: 'solid', values: known.map((step) => step.revenue.amount) }]}
        least={LEAST * unit}
        value={price}
        axisValue={(amount) => format.number(amount / unit, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, trailingZeroDisplay: 'stripIfInteger' })}
      />
    </div>
  )
}
