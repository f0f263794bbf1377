import { createClient } from '@mov-ticket/sdk'
import { keepInFlight } from './in-flight.js'

/** What there is before the doors open: buyers, a room, and as many new screenings as are asked for. */
export interface Stage {
  /** Their tokens. */
  readonly buyers: readonly string[]
  schedule(count: number): Promise<Screening[]>
}

export interface Screening {
  readonly id: string
  readonly ticketIds: readonly string[]
}

const rows = 25
const seatsPerRow = 40
export const seats = rows * seatsPerRow
const buyerCount = 400

export async function setStage(url: string, admin: { email: string; password: string }): Promise<Stage> {
  const office = createClient({ url })
  await office.signIn({ input: admin })
  const buyers: string[] = []
  await keepInFlight(16, buyerCount, async (index) => {
    const input = { email: `buyer${index}@bench.example`, password: 'a buyer under load', name: `Buyer ${index}` }
    const result = await createClient({ url }).signUp({ input })
    if (result.__typename !== 'SignedIn') throw new Error(`buyer ${index} was not signed up: ${result.message}`)
    buyers.push(result.token)
  })
  const movie = await office.createMovie({
    input: { title: 'The Gold Rush', synopsis: 'Everybody wants the same.', runtimeMinutes: 95, genres: ['Comedy'] },
  })
  const auditorium = await office.createAuditorium({ input: { name: 'Arena', seats: plan() } })

  async function schedule(count: number): Promise<Screening[]> {
    const screenings: Screening[] = []
    await keepInFlight(8, count, async () => {
      const { id } = await office.scheduleScreening({
        input: {
          movieId: movie.id,
          auditoriumId: auditorium.id,
          startsAt: new Date(Date.now() + 86_400_000).toISOString(),
          currency: 'EUR',
          prices: [{ kind: 'STANDARD', amount: 1250 }],
          lockSeconds: 3_600,
        },
      })
      const seatMap = await office.seatMap({ screeningId: id })
      screenings.push({ id, ticketIds: seatMap?.tickets.map((ticket) => ticket.id) ?? [] })
    })
    return screenings
  }

  return { buyers, schedule }
}

function plan(): { row: string; number: number }[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: seatsPerRow }, (_unused, number) => ({
      row: String.fromCodePoint(65 + row),
      number: number + 1,
    })),
  ).flat()
}
