import { isFree, type Screening } from './screening.js'
import type { PlannedSeat, SeatingPlan } from './seating-plan.js'

/**
 * The free seats that taking `chosen` would leave alone between taken ones. An aisle or a wall is no taken seat. Only
 * neighbours of chosen seats can become single.
 */
export function leftSingle(screening: Screening, plan: SeatingPlan, chosen: readonly PlannedSeat[]): PlannedSeat[] {
  const taken = new Set(chosen.map((seat) => seat.label))
  const isTaken = (seat: PlannedSeat | undefined): boolean =>
    seat !== undefined && (taken.has(seat.label) || !isFree(screening, seat.label))

  const single = new Set<PlannedSeat>()
  for (const seat of chosen) {
    const run = plan.runs[seat.run] ?? []
    for (const place of [seat.place - 1, seat.place + 1]) {
      const neighbour = run[place]
      if (neighbour && !isTaken(neighbour) && isTaken(run[place - 1]) && isTaken(run[place + 1])) single.add(neighbour)
    }
  }
  return [...single].toSorted((a, b) => a.index - b.index)
}
