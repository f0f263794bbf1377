import type { Ticket } from '@mov-ticket/sdk'
import { signUp } from './accounts.js'
import type { Client } from './client.js'
import { cancelOrder, createOrder } from './orders.js'
import { sdkOf } from './sdk-of.js'

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
  const input = { title, synopsis: 'A man, a girl and a locomotive.', runtimeMinutes: 79, genres: ['Comedy'] }
  return (await sdkOf(admin).createMovie({ input })).id
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
  const auditorium = await sdkOf(admin).createAuditorium({ input: { name: `${rows} rows of ${seatsPerRow}`, seats: seatsOf(rows, seatsPerRow) } })
  return scheduleIn(admin, { movieId, auditoriumId: auditorium.id }, { ...(startsAt && { startsAt }), ...rules })
}

/** One more screening of the same film in the same room. */
export async function scheduleIn(
  admin: Client,
  { movieId, auditoriumId }: { movieId: string; auditoriumId: string },
  { startsAt = new Date(Date.now() + 24 * 60 * 60_000), ...rules }: ScreeningWish = {},
): Promise<Screening> {
  const prices = [{ kind: 'STANDARD', amount: 1250 } as const]
  const input = { movieId, auditoriumId, startsAt: startsAt.toISOString(), currency: 'EUR', prices, ...rules }
  const { id } = await sdkOf(admin).scheduleScreening({ input })
  return { id, movieId, auditoriumId, ticketIds: (await readTickets(admin, id)).map((ticket) => ticket.id) }
}

/** Waits until orders has heard of the screening: from then on it takes orders without asking tickets. */
export async function knownToOrders(url: string, { id, ticketIds }: Screening): Promise<void> {
  const somebody = await signUp(url, 'somebody')
  const { order } = await createOrder(somebody, id, ticketIds.slice(-1))
  if (order === null) throw new Error(`nobody can order a ticket of screening ${id}`)
  await cancelOrder(somebody, order.id)
}

export async function readTickets(client: Client, screeningId: string): Promise<readonly Ticket[]> {
  const seatMap = await sdkOf(client).seatMap({ screeningId })
  if (seatMap === null) throw new Error(`no screening ${screeningId}`)
  return seatMap.tickets
}

export async function readTicket(client: Client, screeningId: string, ticketId: string): Promise<Ticket> {
  const ticket = (await readTickets(client, screeningId)).find(({ id }) => id === ticketId)
  if (ticket === undefined) throw new Error(`no ticket ${ticketId}`)
  return ticket
}
