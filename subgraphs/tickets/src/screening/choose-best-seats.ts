import { isFree, type Screening } from './screening.js'
import type { PlannedSeat, SeatKind, SeatingPlan } from './seating-plan.js'
import { leftSingle } from './single-seats.js'

export interface Choice {
  readonly seats: readonly PlannedSeat[]
  readonly leavesSingle: boolean
}

/** Kept for who needs them: a buyer who names no kind gets one only where nothing else is left together. */
const KEPT: ReadonlySet<SeatKind> = new Set(['ACCESSIBLE', 'COMPANION'])

/**
 * The best `count` free seats together: near the middle of the room's width and two thirds back. Where the screening
 * avoids single seats, a choice that leaves none comes before every one that does. Null where none are together.
 */
export function chooseBestSeats(
  screening: Screening, plan: SeatingPlan, count: number, kinds: ReadonlySet<SeatKind> | null,
): Choice | null {
  let best: { choice: Choice; rank: readonly number[] } | null = null
  for (const seats of choicesTogether(screening, plan, count, kinds)) {
    const kept = Number(kinds === null && seats.some((seat) => KEPT.has(seat.kind)))
    const distance = seats.reduce((sum, seat) => sum + seat.distance, 0)
    // Most choices are no better even if they leave none single: they need no closer look.
    if (best && !isLower([kept, 0, distance], best.rank)) continue
    const leavesSingle = screening.terms.avoidSingleSeats && leftSingle(screening, plan, seats).length > 0
    const rank = [kept, Number(leavesSingle), distance]
    if (!best || isLower(rank, best.rank)) best = { choice: { seats, leavesSingle }, rank }
  }
  return best && { ...best.choice, seats: best.choice.seats.toSorted((a, b) => a.index - b.index) }
}

function* choicesTogether(
  screening: Screening, plan: SeatingPlan, count: number, kinds: ReadonlySet<SeatKind> | null,
): Generator<readonly PlannedSeat[]> {
  for (const run of plan.runs) {
    let open = 0
    for (const seat of run) {
      open = isFree(screening, seat.label) && (kinds === null || kinds.has(seat.kind)) ? open + 1 : 0
      if (open >= count) yield run.slice(seat.place + 1 - count, seat.place + 1)
    }
  }
}

function isLower(a: readonly number[], b: readonly number[]): boolean {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
