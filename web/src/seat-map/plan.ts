import type { LiveTicket } from '@mov-ticket/sdk'

/** What of a ticket never changes while it is looked at. */
export interface PlanSeat {
  /** Of its ticket. */
  readonly id: string
  readonly label: string
  readonly row: string
  readonly number: number
  readonly kind: LiveTicket['seat']['kind']
  /** In seat units, x to the right, y away from the screen. */
  readonly x: number
  readonly y: number
  readonly price: LiveTicket['price']
}

export interface PlanRow {
  readonly name: string
  /** From left to right. */
  readonly seats: readonly PlanSeat[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface SeatPlan {
  readonly seats: ReadonlyMap<string, PlanSeat>
  /** From the screen away. */
  readonly rows: readonly PlanRow[]
  /** Seats of a row without an aisle between them. */
  readonly runs: readonly (readonly PlanSeat[])[]
  readonly placeOf: ReadonlyMap<string, { readonly run: number; readonly place: number; readonly row: number }>
  /** All that is drawn: seats, the letters of rows at both ends, the screen above. In seat units. */
  readonly box: Box
  /** The seats alone. */
  readonly seatBox: Box
}

/** Room at the sides for the letters of rows, above for the screen, below for air. */
const SIDE = 1.5
const ABOVE = 3
const BELOW = 0.75
const SAME = 1e-6

export function planOf(tickets: Iterable<LiveTicket>): SeatPlan {
  const all = Array.from(tickets, ({ id, price, seat: { label, row, number, kind, x, y } }): PlanSeat => ({ id, label, row, number, kind, x, y, price }))
  const rows = rowsOf(all)
  const runs = rows.flatMap(({ seats }) => runsOf(seats))
  const rowOf = new Map(rows.flatMap(({ seats }, index) => seats.map(({ id }) => [id, index] as const)))
  const placeOf = new Map(runs.flatMap((seats, run) => seats.map(({ id }, place) => [id, { run, place, row: rowOf.get(id) ?? 0 }] as const)))
  const seatBox = boxAround(all)
  const box = { x: seatBox.x - SIDE, y: seatBox.y - ABOVE, width: seatBox.width + 2 * SIDE, height: seatBox.height + ABOVE + BELOW }
  return { seats: new Map(all.map((seat) => [seat.id, seat])), rows, runs, placeOf, box, seatBox }
}

function rowsOf(seats: readonly PlanSeat[]): PlanRow[] {
  const byName = new Map<string, PlanSeat[]>()
  for (const seat of seats) byName.set(seat.row, [...(byName.get(seat.row) ?? []), seat])
  return [...byName]
    .map(([name, ofRow]) => ({ name, seats: ofRow.toSorted((a, b) => a.x - b.x) }))
    .toSorted((a, b) => depthOf(a) - depthOf(b))
}

function depthOf({ seats }: PlanRow): number {
  return seats.reduce((sum, { y }) => sum + y, 0) / seats.length
}

function runsOf(seats: readonly PlanSeat[]): PlanSeat[][] {
  const runs: PlanSeat[][] = []
  for (const seat of seats) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && Math.abs(seat.x - before.x - 1) < SAME) run.push(seat)
    else runs.push([seat])
  }
  return runs
}

function boxAround(seats: readonly PlanSeat[]): Box {
  if (seats.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const left = seats.reduce((least, { x }) => Math.min(least, x), Infinity) - 0.5
  const top = seats.reduce((least, { y }) => Math.min(least, y), Infinity) - 0.5
  const right = seats.reduce((most, { x }) => Math.max(most, x), -Infinity) + 0.5
  const bottom = seats.reduce((most, { y }) => Math.max(most, y), -Infinity) + 0.5
  return { x: left, y: top, width: right - left, height: bottom - top }
}
