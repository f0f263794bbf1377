import { curveStepAfter } from '@visx/curve'
import { Area, LinePath } from '@visx/shape'
import styles from './drawing.module.css'
import type { Paint } from './looks.js'
import type { Plot } from './plot.js'
import { stacked } from './series.js'
import type { Look, Series } from './series.js'

/** In steps, since that is what is known: how it stood at the end of each. From the top down, so that the edge of the lower ones is seen. */
export function Areas({ plot, paints }: { readonly plot: Plot; readonly paints: Readonly<Record<Look, Paint>> }) {
  const spans = stacked(plot.series)
  return plot.series.map((series, index) => <OneArea key={series.name} plot={plot} series={series} spans={spans[index] ?? []} paint={paints[series.look]} />).toReversed()
}

interface End {
  readonly time: Date
  readonly low: number
  readonly high: number
}

function OneArea({ plot: { steps, x, y }, series: { look }, spans, paint: { className, ...fill } }: {
  readonly plot: Plot
  readonly series: Series
  readonly spans: readonly (readonly [number, number])[]
  readonly paint: Paint
}) {
  if (spans.every(([low, high]) => low === high)) return null
  const ends = spans.flatMap(([low, high], index): End[] => {
    const step = steps[index]
    if (step === undefined) return []
    return index === spans.length - 1 ? [{ time: step.from, low, high }, { time: step.to, low, high }] : [{ time: step.from, low, high }]
  })
  const place = { data: ends, curve: curveStepAfter, x: ({ time }: End) => x(time) }
  return (
    <g>
      <Area {...place} {...fill} y0={({ low }) => y(low)} y1={({ high }) => y(high)} className={`${className} ${styles.filling}`} />
      <LinePath {...place} y={({ high }) => y(high)} className={`${styles.edge} ${styles[look]}`} />
    </g>
  )
}
