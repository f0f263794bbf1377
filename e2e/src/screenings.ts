import { signUp } from './accounts.js'
import type { Client } from './client.js'
import { cancelOrder, createOrder } from './orders.js'

export interface Ticket {
  readonly id: string
  readonly status: 'AVAILABLE' | 'LOCKED' | 'RESERVED' | 'BLOCKED'
  readonly lockedUntil: string | null
  readonly version: number
  readonly seat: { label: string; row: string; number: number; kind: string }
}

export interface Screening {
  readonly id: string
  readonly movieId: string
  readonly auditoriumId: string
  /** In plan order: row by row. */
  readonly ticketIds: readonly string[]
}

export interface ScreeningWish {
  /** Rows A, B, … of `seatsPerRow` seats each. */
  readonly rows?: number
  readonly seatsPerRow?: number
  readonly startsAt?: Date
  readonly lockSeconds?: number
  readonly maxTicketsPerOrder?: number
  readonly avoidSingleSeats?: boolean
}

export async function createMovie(admin: Client, title = 'The General'): Promise<string> {
  const { createMovie: movie } = await admin.ask<{ createMovie: { id: string } }>(
    'mutation ($input: CreateMovieInput!) { createMovie(input: $input) { id } }',
    { input: { title, synopsis: 'A man, a girl and a locomotive.', runtimeMinutes: 79, genres: ['Comedy'] } },
  )
  return movie.id
}

export function seatsOf(rows: number, seatsPerRow: number): { row: string; number: number }[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: seatsPerRow }, (_unused, number) => ({
      row: String.fromCodePoint(65 + row),
      number: number + 1,
    })),
  ).flat()
}

/** A film, a room and a screening of their own, tomorrow unless it is said otherwise. */
export async function schedule(admin: Client, wish: ScreeningWish = {}): Promise<Screening> {
  const { rows = 2, seatsPerRow = 10, startsAt, ...rules } = wish
  const movieId = await createMovie(admin)
  const { createAuditorium: auditorium } = await admin.ask<{ createAuditorium: { id: string } }>(
    'mutation ($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id } }',
    { input: { name: `${rows} rows of ${seatsPerRow}`, seats: seatsOf(rows, seatsPerRow) } },
  )
  return scheduleIn(admin, { movieId, auditoriumId: auditorium.id }, { ...(startsAt && { startsAt }), ...rules })
}

/** One more screening of the same film in the same room. */
export async function scheduleIn(
  admin: Client,
  { movieId, auditoriumId }: { movieId: string; auditoriumId: string },
  { startsAt = new Date(Date.now() + 24 * 60 * 60_000), ...rules }: ScreeningWish = {},
): Promise<Screening> {
  const { scheduleScreening: screening } = await admin.ask<{
    scheduleScreening: { id: string; tickets: { id: string }[] }
  }>('mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id tickets { id } } }', {
    input: {
      movieId,
      auditoriumId,
      startsAt: startsAt.toISOString(),
      currency: 'EUR',
      prices: [{ kind: 'STANDARD', amount: 1250 }],
      ...rules,
    },
  })
  return { id: screening.id, movieId, auditoriumId, ticketIds: screening.tickets.map(({ id }) => id) }
}

/** Waits until orders has heard of the screening: from then on it takes orders without asking tickets. */
export async function knownToOrders(url: string, { id, ticketIds }: Screening): Promise<void> {
  const somebody = await signUp(url, 'somebody')
  const { order } = await createOrder(somebody, id, ticketIds.slice(-1))
  if (order === null) throw new Error(`nobody can order a ticket of screening ${id}`)
  await cancelOrder(somebody, order.id)
}

export async function readTickets(client: Client, screeningId: string): Promise<Ticket[]> {
  const { seatMap } = await client.ask<{ seatMap: { tickets: Ticket[] } | null }>(
    `query ($id: ID!) {
      seatMap(screeningId: $id) { tickets { id status lockedUntil version seat { label row number kind } } }
    }`,
    { id: screeningId },
  )
  if (seatMap === null) throw new Error(`no screening ${screeningId}`)
  return seatMap.tickets
}

export async function readTicket(client: Client, screeningId: string, ticketId: string): Promise<Ticket> {
  const ticket = (await readTickets(client, screeningId)).find(({ id }) => id === ticketId)
  if (ticket === undefined) throw new Error(`no ticket ${ticketId}`)
  return ticket
}
