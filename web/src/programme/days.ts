/** A day of the viewer's calendar, as YYYY-MM-DD. */
export type Day = string

export function dayOf(date: Date): Day {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** Null: there is no such day, as 2031-02-30. */
export function asDay(text: string): Day | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(startOf(text)) === text ? text : null
}

/** Its first moment. */
export function startOf(day: Day): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** Days that have 23 or 25 hours count like all others. */
export function daysFrom(first: Day, count: number): Day[] {
  const start = startOf(first)
  return Array.from({ length: count }, (_, offset) => dayOf(new Date(start.getFullYear(), start.getMonth(), start.getDate() + offset)))
}

export function dayAfter(day: Day): Day {
  return daysFrom(day, 2)[1] ?? day
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
