import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'

/** The seat that somebody means by `F7`, `f 7` or `f-07`; null: there is none. */
export function seatNamed(plan: SeatPlan, written: string): PlanSeat | null {
  const wanted = plain(written)
  for (const seat of plan.seats.values()) if (plain(seat.label) === wanted) return seat
  return null
}

function plain(label: string): string {
  return label.toUpperCase().replaceAll(/[\s.,-]/g, '').replace(/(?<=\D|^)0+(?=\d)/, '')
}
