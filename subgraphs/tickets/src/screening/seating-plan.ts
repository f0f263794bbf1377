export const SEAT_KINDS = ['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION'] as const
export type SeatKind = (typeof SEAT_KINDS)[number]

/** x to the right, y away from the screen, in seat units. */
export interface Seat {
  readonly label: string
  readonly row: string
  readonly number: number
  readonly kind: SeatKind
  readonly x: number
  readonly y: number
}

export interface PlannedSeat extends Seat {
  /** Place in the plan's order. */
  readonly index: number
  /** The seats without a gap between them that this one sits among, and its place there. */
  readonly run: number
  readonly place: number
  /** How far from the best place of the room: its width's middle, two thirds back. Squared, in seat units. */
  readonly distance: number
}

/** An auditorium's seats as the decider needs them. A plan never changes. */
export interface SeatingPlan {
  readonly seats: readonly PlannedSeat[]
  readonly byLabel: ReadonlyMap<string, PlannedSeat>
  readonly runs: readonly (readonly PlannedSeat[])[]
}

const TWO_THIRDS_BACK = 2 / 3
const SAME_PLACE = 1e-6

export function seatingPlan(seats: readonly Seat[]): SeatingPlan {
  const middle = between(seats.map((seat) => seat.x), 1 / 2)
  const depth = between(seats.map((seat) => seat.y), TWO_THIRDS_BACK)
  const planned = seats.map((seat, index) => ({ ...seat, index, distance: (seat.x - middle) ** 2 + (seat.y - depth) ** 2 }))

  const runs = withoutGaps(planned).map((run, at) => run.map((seat, place) => ({ ...seat, run: at, place })))
  const inOrder = runs.flat().toSorted((a, b) => a.index - b.index)
  return { seats: inOrder, byLabel: new Map(inOrder.map((seat) => [seat.label, seat])), runs }
}

export function kindsOf(seats: readonly Seat[]): SeatKind[] {
  const kinds = new Set(seats.map((seat) => seat.kind))
  return SEAT_KINDS.filter((kind) => kinds.has(kind))
}

/** Neighbours share a row and differ by 1 in x; an aisle is a wider gap. */
function withoutGaps<T extends Seat>(seats: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const seat of seats.toSorted((a, b) => (a.row === b.row ? a.x - b.x : a.row < b.row ? -1 : 1))) {
    const run = runs.at(-1)
    const previous = run?.at(-1)
    if (run && previous?.row === seat.row && Math.abs(seat.x - previous.x - 1) < SAME_PLACE) run.push(seat)
    else runs.push([seat])
  }
  return runs
}

function between(values: readonly number[], share: number): number {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity)
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return low + (high - low) * share
}
