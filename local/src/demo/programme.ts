import { auditoriums } from './auditoriums.js'
import { films, type Film } from './films.js'

export interface PlannedScreening {
  readonly auditorium: string
  readonly film: string
  readonly startsAt: Date
  readonly lockSeconds: number
  readonly avoidSingleSeats: boolean
}

const minute = 60_000
const day = 24 * 60 * minute
const opensAt = 13 * 60 * minute
const lastStart = 21.5 * 60 * minute
/** Adverts, and time to sweep the room. */
const turnover = 20 * minute
const grid = 15 * minute
/** How many films a room shows all week; its first show each day is another one, of those that nobody shows that week. */
const weekly = 2

/**
 * Today and the two weeks after it, what is already running left out. A day's programme depends on the day alone, so
 * that loading it again tomorrow adds one day and nothing else.
 */
export function programmeFrom(now: Date, days = 15): PlannedScreening[] {
  const today = Math.floor(now.getTime() / day)
  return Array.from({ length: days }, (_, offset) => programmeOf(today + offset))
    .flat()
    .filter(({ startsAt }) => startsAt.getTime() > now.getTime() + minute)
}

/** One day, by its number since 1970-01-01 (UTC). */
export function programmeOf(dayNumber: number): PlannedScreening[] {
  const week = Math.floor(dayNumber / 7)
  const ofTheWeek = weekly * auditoriums.length
  return auditoriums.flatMap(({ name }, room) => {
    const slots: PlannedScreening[] = []
    let start = opensAt + room * grid
    while (start <= lastStart) {
      const show = slots.length
      const film =
        show === 0
          ? filmAt((week + 1) * ofTheWeek + ((dayNumber * auditoriums.length + room) % (films.length - ofTheWeek)))
          : filmAt(week * ofTheWeek + room * weekly + ((show + dayNumber) % weekly))
      slots.push({
        auditorium: name,
        film: film.title,
        startsAt: new Date(dayNumber * day + start),
        lockSeconds: 180,
        avoidSingleSeats: false,
      })
      start = Math.ceil((start + film.runtimeMinutes * minute + turnover) / grid) * grid
    }
    return slots.map((slot, index) => (index === slots.length - 1 ? withSpecialRules(slot) : slot))
  })
}

/** The last show in two of the rooms lets visitors see what else a screening can ask for. */
function withSpecialRules(slot: PlannedScreening): PlannedScreening {
  if (slot.auditorium === 'Studio') return { ...slot, lockSeconds: 30 }
  if (slot.auditorium === 'Balcony') return { ...slot, avoidSingleSeats: true }
  return slot
}

function filmAt(turn: number): Film {
  const film = films[turn % films.length]
  if (film === undefined) throw new Error('the programme has no films')
  return film
}
