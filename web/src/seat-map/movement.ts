import type { PlanSeat, SeatPlan } from './plan.js'

/** Where a key leads from a seat; null: it is no key of the map, or there is nothing there. */
export function seatAfter(plan: SeatPlan, from: string, key: string, isWide: boolean, isGap: (id: string) => boolean = () => false): PlanSeat | null {
  const seat = plan.seats.get(from)
  const at = plan.placeOf.get(from)
  if (seat === undefined || at === undefined) return null
  const isThere = ({ id }: PlanSeat) => !isGap(id)
  const row = plan.rows[at.row]?.seats ?? []
  switch (key) {
    case 'ArrowLeft':
      return row.findLast((other) => other.x < seat.x && isThere(other)) ?? null
    case 'ArrowRight':
      return row.find((other) => other.x > seat.x && isThere(other)) ?? null
    case 'ArrowUp':
      return nearestIn(plan.rows.slice(0, at.row).toReversed(), seat.x, isThere)
    case 'ArrowDown':
      return nearestIn(plan.rows.slice(at.row + 1), seat.x, isThere)
    case 'Home':
      return (isWide ? plan.rows.flatMap(({ seats }) => seats) : row).find(isThere) ?? null
    case 'End':
      return (isWide ? plan.rows.flatMap(({ seats }) => seats) : row).findLast(isThere) ?? null
    default:
      return null
  }
}

/** In the first of these rows that has any. */
function nearestIn(rows: SeatPlan['rows'], x: number, isThere: (seat: PlanSeat) => boolean): PlanSeat | null {
  for (const { seats } of rows) {
    const nearest = seats.filter(isThere).toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0]
    if (nearest !== undefined) return nearest
  }
  return null
}
