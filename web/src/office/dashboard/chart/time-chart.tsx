import { useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Drawing } from './drawing.js'
import { Swatch } from './looks.js'
import { inShort } from './series.js'
import type { ChartKind, Series, Step } from './series.js'
import { StepTable } from './step-table.js'
import styles from './time-chart.module.css'
import { useWidth } from './use-width.js'

export interface TimeChartProps {
  /** What it answers. */
  readonly title: string
  /** What exactly is drawn. */
  readonly note: string
  readonly kind: ChartKind
  readonly steps: readonly Step[]
  readonly series: readonly Series[]
  readonly whole?: number
  readonly least?: number
  readonly value: (value: number) => string
  /** Of values on the axis; `value` where not given. */
  readonly axisValue?: (value: number) => string
  readonly tick: (time: Date) => string
  readonly moment: (step: Step) => string
  readonly pointed: number | null
  readonly onPoint: (step: number | null) => void
}

/** A question over time: what it asks, how it stands, the drawing, and the same as a table. */
export function TimeChart({ title, note, kind, steps, series, whole, least = 0, value, axisValue = value, tick, moment, pointed, onPoint }: TimeChartProps) {
  const t = useTranslations('officeDashboard.chart')
  const heading = useId()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const step = pointed === null ? undefined : steps[pointed]
  const short = series.map((each) => ({ ...each, short: value(inShort(kind, each)) }))
  return (
    <section className={styles.chart} aria-labelledby={heading}>
      <div>
        <h2 id={heading}>{title}</h2>
        <p className={styles.note}>{note}</p>
      </div>
      <ul className={styles.legend}>
        {short.map((each) => (
          <li key={each.name}>
            <Swatch look={each.look} />
            {each.name} <b>{step === undefined || pointed === null ? each.short : value(each.values[pointed] ?? 0)}</b>
          </li>
        ))}
        <li className={styles.when} aria-hidden="true">{step === undefined ? t(kind === 'area' ? 'now' : 'inAll') : moment(step)}</li>
      </ul>
      <div ref={frame} className={styles.frame}>
        <Drawing
          kind={kind}
          steps={steps}
          series={series}
          whole={whole}
          least={least}
          value={axisValue}
          tick={tick}
          label={`${title} ${note} ${short.map((each) => t(kind === 'area' ? 'saidNow' : 'saidInAll', { name: each.name, value: each.short })).join(' ')}`}
          width={width}
          pointed={pointed}
          onPoint={onPoint}
        />
      </div>
      <StepTable title={title} steps={steps} series={series} value={value} moment={moment} skipEmpty={kind !== 'area'} />
    </section>
  )
}
