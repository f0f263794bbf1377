import { z } from 'zod'
import { SEAT_KINDS, type Seat } from '../screening/seating-plan.js'
import { text } from './text.js'

const NUMBER = 'must be 1 to 9,999'
const PLACE = 'must be -10,000 to 10,000'
const place = z.number().min(-10_000, PLACE).max(10_000, PLACE).nullish()

const newSeat = z.object({
  row: z.string().normalize('NFC').regex(/^[\p{L}\p{Nd}]{1,10}$/u, 'must be 1 to 10 letters and digits'),
  number: z.int().min(1, NUMBER).max(9_999, NUMBER),
  kind: z.enum(SEAT_KINDS).nullish().transform((kind) => kind ?? 'STANDARD'),
  x: place,
  y: place,
})
type NewSeat = z.infer<typeof newSeat>

const seats = z
  .array(newSeat)
  .min(1, 'must be 1 to 2,000 seats')
  .max(2_000, 'must be 1 to 2,000 seats')
  .transform(planned)
  .superRefine((plan, context) => {
    findRepeated(plan, (seat) => seat.label, ({ row, number }) => `repeats row ${row} number ${number}`)
    findRepeated(plan, (seat) => `${seat.row} ${seat.x}`, ({ row, x }) => `is where another seat of row ${row} is (x ${x})`)

    function findRepeated(all: readonly Seat[], keyOf: (seat: Seat) => string, message: (seat: Seat) => string): void {
      const seen = new Set<string>()
      for (const [at, seat] of all.entries()) {
        if (seen.has(keyOf(seat))) context.addIssue({ code: 'custom', path: [at], message: message(seat) })
        seen.add(keyOf(seat))
      }
    }
  })

export const newAuditorium = z.object({ input: z.object({ name: text(1, 100), seats }) })

/** With labels and, where they were not given, places: x is the number, y the row's index. */
function planned(given: NewSeat[]): Seat[] {
  const rows = [...new Set(given.map((seat) => seat.row))]
  const depth = new Map(rows.map((row, index) => [row, index]))
  return given.map(({ row, number, kind, x, y }) => ({
    label: labelOf(row, number), row, number, kind, x: x ?? number, y: y ?? depth.get(row) ?? 0,
  }))
}

/** A12; but 1-12 in a row that ends in a digit, so that row 1 number 12 and row 11 number 2 differ. */
function labelOf(row: string, number: number): string {
  return /\p{Nd}$/u.test(row) ? `${row}-${number}` : `${row}${number}`
}
