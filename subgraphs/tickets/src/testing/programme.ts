import { z } from 'zod'
import { admin, type Ask } from './running-tickets.js'

const made = z.object({ id: z.string() })
const scheduled = z.object({ id: z.string(), tickets: z.array(z.object({ id: z.string(), seat: z.object({ label: z.string() }) })) })

export async function createMovie(ask: Ask, title = 'Nosferatu'): Promise<string> {
  const input = { title, synopsis: 'A count moves house.', runtimeMinutes: 94, rating: null, genres: ['Horror'] }
  const { data } = await ask('mutation ($input: CreateMovieInput!) { createMovie(input: $input) { id } }', { input }, admin)
  return made.parse(data?.['createMovie']).id
}

export async function createAuditorium(ask: Ask, rows = 3, seatsPerRow = 5, name = 'Room 1'): Promise<string> {
  const seats = Array.from({ length: rows * seatsPerRow }, (_, at) => ({
    row: String.fromCharCode(65 + Math.floor(at / seatsPerRow)), number: 1 + (at % seatsPerRow),
  }))
  const { data } = await ask(
    'mutation ($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id } }', { input: { name, seats } }, admin,
  )
  return made.parse(data?.['createAuditorium']).id
}

export interface Scheduled {
  readonly id: string
  /** By seat label. */
  readonly tickets: Readonly<Record<string, string>>
}

export async function schedule(ask: Ask, movieId: string, auditoriumId: string, more: Record<string, unknown> = {}): Promise<Scheduled> {
  const input = { movieId, auditoriumId, startsAt: inHours(2), currency: 'EUR', prices: [{ kind: 'STANDARD', amount: 1200 }], ...more }
  const { data } = await ask(
    'mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id tickets { id seat { label } } } }', { input }, admin,
  )
  const { id, tickets } = scheduled.parse(data?.['scheduleScreening'])
  return { id, tickets: Object.fromEntries(tickets.map((ticket) => [ticket.seat.label, ticket.id])) }
}

/** A screening of a new movie in a new auditorium. */
export async function aScreening(ask: Ask, more: Record<string, unknown> = {}): Promise<Scheduled> {
  return schedule(ask, await createMovie(ask), await createAuditorium(ask), more)
}

export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}
