import { Bar } from '@visx/shape'
import type { Paint } from './looks.js'
import type { Plot } from './plot.js'
import { stacked } from './series.js'
import type { Look } from './series.js'

/** Of a step's breadth, how much its bars take. */
const FILLED = 0.84

/** How often something was in each step: side by side, or as parts of one bar. */
export function Bars({ plot: { steps, series, x, y }, paints, isStack }: { readonly plot: Plot; readonly paints: Readonly<Record<Look, Paint>>; readonly isStack: boolean }) {
  const spans = stacked(series)
  return series.flatMap(({ name, look, values }, index) =>
    values.map((count, place) => {
      const step = steps[place]
      if (count === 0 || step === undefined) return null
      const all = Math.max(1, (x(step.to) - x(step.from)) * FILLED)
      const breadth = isStack ? all : all / series.length
      const left = (x(step.from) + x(step.to) - all) / 2 + (isStack ? 0 : breadth * index)
      const [low, high] = isStack ? (spans[index]?.[place] ?? [0, count]) : [0, count]
      return <Bar key={`${name} ${step.from.getTime()}`} x={left} width={breadth} y={y(high)} height={y(low) - y(high)} {...paints[look]} />
    }),
  )
}
