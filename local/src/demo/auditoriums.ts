export type SeatKind = 'STANDARD' | 'PREMIUM' | 'ACCESSIBLE' | 'COMPANION'

/** A seat as the graph takes it: x to the right, y away from the screen, in seat widths. */
export interface Seat {
  readonly row: string
  readonly number: number
  readonly kind: SeatKind
  readonly x: number
  readonly y: number
}

export interface Auditorium {
  readonly name: string
  readonly seats: readonly Seat[]
  /** In cents, for every kind of seat that the plan has. */
  readonly prices: Readonly<Partial<Record<SeatKind, number>>>
}

/** Rows are lettered as cinemas do: no I and no O, which look like numbers. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.split('')

/**
 * 17 rows of 20 in three blocks with two aisles, and a cross-aisle before row J. In the first row are places for
 * wheelchairs, each beside a companion's seat.
 */
function grandHall(): Seat[] {
  return letters.slice(0, 17).flatMap((row, index) =>
    Array.from({ length: 20 }, (_, place): Seat => {
      const number = place + 1
      const aisles = (number > 5 ? 1 : 0) + (number > 15 ? 1 : 0)
      return { row, number, kind: kindInGrandHall(index, number), x: number + aisles, y: index + (index >= 8 ? 1 : 0) }
    }),
  )
}

function kindInGrandHall(rowIndex: number, number: number): SeatKind {
  if (rowIndex === 0 && [1, 4, 17, 20].includes(number)) return 'ACCESSIBLE'
  if (rowIndex === 0 && [2, 3, 18, 19].includes(number)) return 'COMPANION'
  return rowIndex >= 9 && rowIndex <= 12 ? 'PREMIUM' : 'STANDARD'
}

/** A small arthouse room: six rows, a door that takes two seats of the last one, one middle aisle. */
function studio(): Seat[] {
  return letters.slice(0, 6).flatMap((row, index) =>
    Array.from({ length: index === 5 ? 6 : 8 }, (_, place): Seat => {
      const number = place + 1
      const kind = index === 0 && number === 1 ? 'ACCESSIBLE' : index === 0 && number === 2 ? 'COMPANION' : 'STANDARD'
      return { row, number, kind, x: number + (number > 4 ? 1 : 0), y: index }
    }),
  )
}

/** A balcony that widens from 8 to 17 seats; each row bends towards the screen at its ends. */
function balcony(): Seat[] {
  return letters.slice(0, 10).flatMap((row, index) => {
    const width = 8 + index
    return Array.from({ length: width }, (_, place): Seat => {
      const fromMiddle = place - (width - 1) / 2
      const ends = index === 0 && (place === 0 || place === width - 1)
      const besideEnds = index === 0 && (place === 1 || place === width - 2)
      return {
        row,
        number: place + 1,
        kind: ends ? 'ACCESSIBLE' : besideEnds ? 'COMPANION' : index >= 8 ? 'PREMIUM' : 'STANDARD',
        x: fromMiddle + 9,
        y: Math.round((index * 1.1 + 2 - fromMiddle ** 2 * 0.03) * 100) / 100,
      }
    })
  })
}

export const auditoriums: readonly Auditorium[] = [
  {
    name: 'Grand Hall',
    seats: grandHall(),
    prices: { STANDARD: 1250, PREMIUM: 1650, ACCESSIBLE: 900, COMPANION: 900 },
  },
  { name: 'Studio', seats: studio(), prices: { STANDARD: 950, ACCESSIBLE: 750, COMPANION: 750 } },
  { name: 'Balcony', seats: balcony(), prices: { STANDARD: 1100, PREMIUM: 1450, ACCESSIBLE: 850, COMPANION: 850 } },
]
