import type { Graph } from './graph.js'
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

export async function setStage(graph: Graph, admin: { email: string; password: string }): Promise<Stage> {
  const { signIn } = await graph.ask<{ signIn: { token: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } } }',
    { input: admin },
  )
  const { token } = signIn
  const buyers: string[] = []
  await keepInFlight(16, buyerCount, async (index) => {
    const { signUp } = await graph.ask<{ signUp: { token: string } }>(
      'mutation ($input: SignUpInput!) { signUp(input: $input) { ... on SignedIn { token } } }',
      { input: { email: `buyer${index}@bench.example`, password: 'a buyer under load', name: `Buyer ${index}` } },
    )
    buyers.push(signUp.token)
  })
  const { createMovie, createAuditorium } = await graph.ask<{
    createMovie: { id: string }
    createAuditorium: { id: string }
  }>(
    `mutation ($movie: CreateMovieInput!, $auditorium: CreateAuditoriumInput!) {
      createMovie(input: $movie) { id }
      createAuditorium(input: $auditorium) { id }
    }`,
    {
      movie: { title: 'The Gold Rush', synopsis: 'Everybody wants the same.', runtimeMinutes: 95, genres: ['Comedy'] },
      auditorium: { name: 'Arena', seats: plan() },
    },
    token,
  )

  async function schedule(count: number): Promise<Screening[]> {
    const screenings: Screening[] = []
    await keepInFlight(8, count, async () => {
      const { scheduleScreening } = await graph.ask<{ scheduleScreening: { id: string; tickets: { id: string }[] } }>(
        'mutation ($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id tickets { id } } }',
        {
          input: {
            movieId: createMovie.id,
            auditoriumId: createAuditorium.id,
            startsAt: new Date(Date.now() + 86_400_000).toISOString(),
            currency: 'EUR',
            prices: [{ kind: 'STANDARD', amount: 1250 }],
            lockSeconds: 3_600,
          },
        },
        token,
      )
      screenings.push({ id: scheduleScreening.id, ticketIds: scheduleScreening.tickets.map(({ id }) => id) })
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
