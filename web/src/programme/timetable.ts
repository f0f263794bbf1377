import { dayOf } from './days.js'
import type { Day } from './days.js'
import type { Movie, Screening, Showing } from './questions.js'

export interface Line {
  readonly movie: Movie
  readonly showings: readonly Showing[]
}

/** A line for each film, those that begin first above; each with its times in order. */
export function linesOf(screenings: readonly Screening[]): Line[] {
  const lines = new Map<string, { movie: Movie; showings: Screening[] }>()
  for (const screening of screenings.toSorted(byStart)) {
    const line = lines.get(screening.movie.id)
    if (line === undefined) lines.set(screening.movie.id, { movie: screening.movie, showings: [screening] })
    else line.showings.push(screening)
  }
  return [...lines.values()]
}

/** Times by day, in order. */
export function byDay<S extends Showing>(showings: readonly S[]): [Day, S[]][] {
  const days = new Map<Day, S[]>()
  for (const showing of showings.toSorted(byStart)) {
    const day = dayOf(new Date(showing.startsAt))
    days.set(day, [...(days.get(day) ?? []), showing])
  }
  return [...days]
}

export type Fullness = 'free' | 'few' | 'soldOut' | 'cancelled' | 'begun'

/** Below this share of free seats the number of those is worth a warning. */
const FEW = 0.15

export function fullnessOf({ status, availableCount, ticketCount }: Pick<Showing, 'status' | 'availableCount' | 'ticketCount'>): Fullness {
  if (status === 'CANCELLED') return 'cancelled'
  if (status === 'CLOSED') return 'begun'
  if (availableCount === 0) return 'soldOut'
  return availableCount <= Math.max(4, ticketCount * FEW) ? 'few' : 'free'
}

export const MARKS = 10

/** How many of ten marks are filled: none only where all is free, all only where nothing is. */
export function marksTaken({ availableCount, ticketCount }: Pick<Showing, 'availableCount' | 'ticketCount'>): number {
  if (ticketCount === 0 || availableCount === 0) return MARKS
  const taken = Math.round((1 - availableCount / ticketCount) * MARKS)
  return Math.min(MARKS - 1, Math.max(availableCount === ticketCount ? 0 : 1, taken))
}

function byStart(a: Showing, b: Showing): number {
  return a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.auditorium.name.localeCompare(b.auditorium.name)
}
