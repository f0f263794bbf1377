import type { PlanSeat, SeatPlan } from './plan.js'

export type IsFree = (id: string) => boolean

/** Kept for who needs them: nobody is offered one who did not choose such a seat. */
const kept: ReadonlySet<PlanSeat['kind']> = new Set(['ACCESSIBLE', 'COMPANION'])
/** To another row it is further than the plan says: one has to get past people. */
const ROW_WEIGHT = 1.6

/**
 * The free seats that a choice would leave alone between taken ones; an aisle or a wall is no taken seat. As the server
 * counts them where a screening avoids them.
 */
export function leftSingle(plan: SeatPlan, isFree: IsFree, chosen: ReadonlySet<string>): PlanSeat[] {
  const isTaken = (seat: PlanSeat | undefined) => seat !== undefined && (chosen.has(seat.id) || !isFree(seat.id))
  const single = new Set<PlanSeat>()
  for (const id of chosen) {
    const at = plan.placeOf.get(id)
    if (at === undefined) continue
    const run = plan.runs[at.run] ?? []
    for (const place of [at.place - 1, at.place + 1]) {
      const beside = run[place]
      if (beside !== undefined && !isTaken(beside) && isTaken(run[place - 1]) && isTaken(run[place + 1])) single.add(beside)
    }
  }
  return [...single]
}

/**
 * What to offer in the place of seats that are gone: for one seat the two nearest, for more of them as many together, near
 * where they were and near what is still chosen.
 */
export function alternatives(plan: SeatPlan, isFree: IsFree, lost: readonly PlanSeat[], chosen: readonly PlanSeat[]): PlanSeat[][] {
  if (lost.length === 0) return []
  const taken = new Set(chosen.map(({ id }) => id))
  const kinds = new Set(lost.map(({ kind }) => kind))
  const isOffered = (seat: PlanSeat) => isFree(seat.id) && !taken.has(seat.id) && (!kept.has(seat.kind) || kinds.has(seat.kind))
  const near = [...lost, ...chosen]
  const farness = (seats: readonly PlanSeat[]) => seats.reduce((sum, seat) => sum + Math.min(...near.map((other) => distance(seat, other))), 0)
  return together(plan, lost.length, isOffered)
    .map((seats) => ({ seats, far: farness(seats) }))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, lost.length === 1 ? 2 : 1)
    .map(({ seats }) => seats.toSorted((a, b) => a.x - b.x))
}

/** The best `count` together that are free: near the middle, two thirds back, as the server chooses. Null: none are together. */
export function bestTogether(plan: SeatPlan, isFree: IsFree, count: number): PlanSeat[] | null {
  const { seatBox } = plan
  const best = { x: seatBox.x + seatBox.width / 2, y: seatBox.y + 0.5 + ((seatBox.height - 1) * 2) / 3 }
  const rank = (seats: readonly PlanSeat[]) => ({
    seats,
    kept: seats.some(({ kind }) => kept.has(kind)) ? 1 : 0,
    single: leftSingle(plan, isFree, new Set(seats.map(({ id }) => id))).length > 0 ? 1 : 0,
    far: seats.reduce((sum, { x, y }) => sum + (x - best.x) ** 2 + (y - best.y) ** 2, 0),
  })
  const choices = together(plan, count, ({ id }) => isFree(id)).map(rank)
  const [first] = choices.toSorted((a, b) => a.kept - b.kept || a.single - b.single || a.far - b.far)
  return first === undefined ? null : [...first.seats]
}

function together(plan: SeatPlan, count: number, isThere: (seat: PlanSeat) => boolean): (readonly PlanSeat[])[] {
  const choices: (readonly PlanSeat[])[] = []
  for (const run of plan.runs) {
    let open = 0
    for (const [place, seat] of run.entries()) {
      open = isThere(seat) ? open + 1 : 0
      if (open >= count) choices.push(run.slice(place + 1 - count, place + 1))
    }
  }
  return choices
}

function distance(a: PlanSeat, b: PlanSeat): number {
  return Math.hypot(a.x - b.x, (a.y - b.y) * ROW_WEIGHT)
}
