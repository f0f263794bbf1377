import type { PointerEvent } from 'react'
import { Areas } from './areas.js'
import { Bars } from './bars.js'
import styles from './drawing.module.css'
import { usePaints } from './looks.js'
import { ABOVE, HEIGHT, plotOf } from './plot.js'
import type { PlotWish } from './plot.js'

export interface DrawingProps extends PlotWish {
  readonly tick: (time: Date) => string
  /** In words, for who does not see it. */
  readonly label: string
  readonly pointed: number | null
  readonly onPoint: (step: number | null) => void
}

export function Drawing({ tick, label, pointed, onPoint, ...wish }: DrawingProps) {
  const { paints, hatch } = usePaints()
  const plot = plotOf(wish)
  if (plot === null) return <svg className={styles.drawing} height={HEIGHT} role="img" aria-label={label} />

  const { kind, value, width } = wish
  const { steps, x, y, left, bottom, values, times } = plot
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
          <line x1={left} x2={width} y1={y(each)} y2={y(each)} />
          <text x={left - 8} y={y(each)}>{value(each)}</text>
        </g>
      ))}
      {times.map((time) => <text key={time.getTime()} className={styles.time} x={x(time)} y={HEIGHT - 6}>{tick(time)}</text>)}
      {kind === 'area' ? <Areas plot={plot} paints={paints} /> : <Bars plot={plot} paints={paints} isStack={kind === 'stack'} />}
      <line className={styles.base} x1={left} x2={width} y1={bottom} y2={bottom} />
    </svg>
  )
}
