import type { SeatPlan } from './plan.js'
import styles from './seat-map.module.css'

/** The screen: a curve of light above the seats. */
export function ScreenCurve({ plan, label }: { readonly plan: SeatPlan; readonly label: string }) {
  const { x, width } = plan.seatBox
  const [left, right, middle] = [x * 10, (x + width) * 10, (x + width / 2) * 10]
  const top = plan.box.y * 10 + 9
  const curve = `M${left} ${top}Q${middle} ${top - 10} ${right} ${top}`
  return (
    <g aria-hidden="true">
      <linearGradient id="screen-light" x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" className={styles.lightNear} />
        <stop offset="1" className={styles.lightFar} />
      </linearGradient>
      <path d={`${curve}l8 15H${left - 8}Z`} fill="url(#screen-light)" />
      <path d={curve} className={styles.screen} />
      <text x={middle} y={top + 5.5} className={styles.screenWord}>{label}</text>
    </g>
  )
}
