import { curveStepAfter } from '@visx/curve'
import { scaleLinear, scaleTime } from '@visx/scale'
import { Area, Bar, LinePath } from '@visx/shape'
import type { PointerEvent } from 'react'
import styles from './drawing.module.css'
import { usePaints } from './looks.js'
import { greatest, stacked } from './series.js'
import type { ChartKind, Series, Step } from './series.js'

export interface DrawingProps {
  readonly kind: ChartKind
  readonly steps: readonly Step[]
  readonly series: readonly Series[]
  /** How much there is at all, where that is known: then the axis ends there, in quarters. */
  readonly whole?: number | undefined
  /** Where no value is greater, the axis ends here. */
  readonly least?: number
  readonly value: (value: number) => string
  readonly tick: (time: Date) => string
  /** In words, for who does not see it. */
  readonly label: string
  readonly width: number
  readonly pointed: number | null
  readonly onPoint: (step: number | null) => void
}

export const HEIGHT = 176
const LEFT = 48
const BELOW = 24
const ABOVE = 8
const RIGHT = 2
const TICKS = 4
const QUARTERS = [0, 0.25, 0.5, 0.75, 1]
const TICK_EVERY = 84
/** Room at the edge that a tick's words take to one side. */
const HALF_TICK = 22

export function Drawing({ kind, steps, series, whole, least = 0, value, tick, label, width, pointed, onPoint }: DrawingProps) {
  const { paints, hatch } = usePaints()
  const from = steps[0]?.from
  const to = steps.at(-1)?.to
  if (from === undefined || to === undefined || width === 0) return <svg className={styles.drawing} height={HEIGHT} role="img" aria-label={label} />

  const bottom = HEIGHT - BELOW
  const x = scaleTime<number>({ domain: [from, to], range: [LEFT, width - RIGHT] })
  const highest = greatest(kind, series)
  // A whole that is known, such as a full house, is the top; else a round figure above all values.
  const y = scaleLinear<number>({ domain: [0, Math.max(whole ?? 0, least, highest)], range: [bottom, ABOVE], nice: whole === undefined || highest > whole ? TICKS : false })
  const values = whole === undefined ? y.ticks(TICKS).filter(Number.isInteger) : QUARTERS.map((part) => Math.round(part * whole))
  const times = x.ticks(Math.max(2, Math.floor(width / TICK_EVERY))).filter((time) => x(time) <= width - HALF_TICK)
  const chosen = pointed === null ? undefined : steps[pointed]

  function point({ clientX, currentTarget }: PointerEvent<SVGSVGElement>): void {
    const time = x.invert(clientX - currentTarget.getBoundingClientRect().left).getTime()
    const step = steps.findIndex((each) => time >= each.from.getTime() && time < each.to.getTime())
    onPoint(step === -1 ? null : step)
  }

  return (
    <svg className={styles.drawing} width={width} height={HEIGHT} role="img" aria-label={label} onPointerMove={point} onPointerLeave={() => onPoint(null)}>
      <defs>{hatch}</defs>
      {chosen !== undefined && <rect className={styles.chosen} x={x(chosen.from)} width={x(chosen.to) - x(chosen.from)} y={ABOVE} height={bottom - ABOVE} />}
      {values.map((each) => (
        <g key={each} className={styles.value}>
          <line x1={LEFT} x2={width} y1={y(each)} y2={y(each)} />
          <text x={LEFT - 8} y={y(each)}>{value(each)}</text>
        </g>
      ))}
      {times.map((time) => <text key={time.getTime()} className={styles.time} x={x(time)} y={HEIGHT - 6}>{tick(time)}</text>)}
      {kind === 'area' ? areas() : bars()}
      <line className={styles.base} x1={LEFT} x2={width} y1={bottom} y2={bottom} />
    </svg>
  )

  /** In steps, since that is what is known: how it stood at the end of each. */
  function areas() {
    const all = stacked(series)
    // From the top down: the edge of the lower ones is seen where the upper ones are nothing.
    return series.map(({ name, look }, index) => ({ name, look, spans: all[index] ?? [] })).toReversed().map(({ name, look, spans }) => {
      const ends = spans.flatMap((span, step) => {
        const each = steps[step]
        return each === undefined ? [] : [{ time: each.from, span }, ...(step === spans.length - 1 ? [{ time: each.to, span }] : [])]
      })
      const place = { data: ends, curve: curveStepAfter, x: ({ time }: (typeof ends)[number]) => x(time) }
      const top = ({ span }: (typeof ends)[number]) => y(span[1])
      const isThere = spans.some(([low, high]) => high > low)
      return isThere && (
        <g key={name} className={styles.area}>
          <Area {...place} y0={({ span }) => y(span[0])} y1={top} {...paints[look]} stroke="none" />
          <LinePath {...place} y={top} className={styles[look] ?? ''} />
        </g>
      )
    })
  }

  function bars() {
    return series.flatMap(({ name, look, values: counts }, index) =>
      counts.map((count, step) => {
        const each = steps[step]
        if (count === 0 || each === undefined) return null
        const room = Math.max(1, (x(each.to) - x(each.from)) * 0.84)
        const breadth = room / series.length
        const left = x(each.from) + (x(each.to) - x(each.from) - room) / 2 + breadth * index
        return <Bar key={`${name} ${step}`} x={left} width={breadth} y={y(count)} height={bottom - y(count)} {...paints[look]} />
      }),
    )
  }
}
