import type { Client } from '@mov-ticket/sdk'

export interface Hall {
  readonly screeningId: string
  readonly ticketIds: readonly string[]
}

const rows = 25
const seatsPerRow = 40
/** Seats from the left after which there is an aisle. */
const aisles = [10, 30]

/** A screening in a house of a thousand seats. */
export async function scheduleHall(admin: Client): Promise<Hall> {
  const movie = await admin.createMovie({ input: { title: 'The Crowd', synopsis: 'Everybody is here.', runtimeMinutes: 98, genres: ['Drama'] } })
  const seats = Array.from({ length: rows * seatsPerRow }, (_, index) => {
    const row = Math.floor(index / seatsPerRow)
    const number = (index % seatsPerRow) + 1
    return { row: String.fromCodePoint(65 + row), number, x: number + aisles.filter((after) => number > after).length, y: row }
  })
  const auditorium = await admin.createAuditorium({ input: { name: 'Thousand', seats } })
  const screening = await admin.scheduleScreening({
    input: {
      movieId: movie.id,
      auditoriumId: auditorium.id,
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      currency: 'EUR',
      prices: [{ kind: 'STANDARD', amount: 1_250 }],
      lockSeconds: 600,
    },
  })
  const map = await admin.seatMap({ screeningId: screening.id })
  return { screeningId: screening.id, ticketIds: map?.tickets.map(({ id }) => id) ?? [] }
}
