import { memo } from 'react'
import type { RoomPlan } from '../builder/room-of.js'
import styles from './auditoriums-page.module.css'

type Seats = RoomPlan['seats']

const isPlain = (kind: Seats[number]['kind']) => kind === 'STANDARD'

/** A room at a glance: its screen, and a mark for each seat; filled where it is no ordinary one. */
export const PlanPicture = memo(function PlanPicture({ seats, name }: { readonly seats: Seats; readonly name: string }) {
  const xs = seats.map(({ x }) => x)
  const ys = seats.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - 1, Math.min(...ys) - 3]
  const [width, height] = [Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
  const middle = left + width / 2
  return (
    <svg role="img" aria-label={name} viewBox={`${left} ${top} ${width} ${height}`} className={styles.plan}>
      <path className={styles.screen} d={`M${left + 0.5} ${top + 1.4}Q${middle} ${top} ${left + width - 0.5} ${top + 1.4}`} />
      <path className={styles.seats} d={pathOf(seats.filter(({ kind }) => isPlain(kind)))} />
      <path className={styles.special} d={pathOf(seats.filter(({ kind }) => !isPlain(kind)))} />
    </svg>
  )
})

/** Hundreds of seats as one shape. */
function pathOf(seats: Seats): string {
  return seats.map(({ x, y }) => `M${x - 0.32} ${y - 0.32}h.64v.64h-.64z`).join('')
}
