import type { Auditorium } from './auditoriums.js'
import type { Film } from './films.js'
import type { Ask } from './graph-client.js'
import type { PlannedScreening } from './programme.js'

/** What the loader reads from the graph and writes to it. */

interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface KnownScreening {
  readonly startsAt: string
  readonly auditorium: { id: string; name: string }
}

/** The token; null where the account has another password. */
export async function signIn(ask: Ask, email: string, password: string): Promise<string | null> {
  const { signIn: result } = await ask<{ signIn: { token?: string } }>(
    `mutation SignIn($input: SignInInput!) {
      signIn(input: $input) { ... on SignedIn { token } }
    }`,
    { input: { email, password } },
  )
  return result.token ?? null
}

export async function signOut(ask: Ask): Promise<void> {
  await ask('mutation SignOut { signOut }')
}

/** True where the account is new. */
export async function signUp(ask: Ask, account: { email: string; password: string; name: string }): Promise<boolean> {
  const { signUp: result } = await ask<{ signUp: { __typename: string } }>(
    'mutation SignUp($input: SignUpInput!) { signUp(input: $input) { __typename } }',
    { input: account },
  )
  return result.__typename === 'SignedIn'
}

export async function readMovies(ask: Ask): Promise<{ id: string; title: string }[]> {
  return readPages(async (after) => {
    const { movies } = await ask<{ movies: Page<{ id: string; title: string }> }>(
      `query Movies($after: String) {
        movies(first: 100, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } }
      }`,
      { after },
    )
    return movies
  })
}

/** From `from` on, the earliest first; at most `limit` where one is given. */
export async function readScreenings(ask: Ask, from: Date, limit = Infinity): Promise<KnownScreening[]> {
  return readPages(async (after) => {
    const { screenings } = await ask<{ screenings: Page<KnownScreening> }>(
      `query Screenings($from: DateTime!, $after: String) {
        screenings(from: $from, first: 100, after: $after) {
          nodes { startsAt auditorium { id name } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { from: from.toISOString(), after },
    )
    return screenings
  }, limit)
}

export async function createMovie(ask: Ask, film: Film): Promise<string> {
  const { createMovie: movie } = await ask<{ createMovie: { id: string } }>(
    'mutation CreateMovie($input: CreateMovieInput!) { createMovie(input: $input) { id } }',
    { input: film },
  )
  return movie.id
}

export async function createAuditorium(ask: Ask, { name, seats }: Auditorium): Promise<string> {
  const { createAuditorium: auditorium } = await ask<{ createAuditorium: { id: string } }>(
    'mutation CreateAuditorium($input: CreateAuditoriumInput!) { createAuditorium(input: $input) { id } }',
    { input: { name, seats } },
  )
  return auditorium.id
}

export async function scheduleScreening(
  ask: Ask,
  planned: PlannedScreening,
  { movieId, auditoriumId, prices }: { movieId: string; auditoriumId: string; prices: Auditorium['prices'] },
): Promise<void> {
  await ask('mutation ScheduleScreening($input: ScheduleScreeningInput!) { scheduleScreening(input: $input) { id } }', {
    input: {
      movieId,
      auditoriumId,
      startsAt: planned.startsAt.toISOString(),
      currency: 'EUR',
      prices: Object.entries(prices).map(([kind, amount]) => ({ kind, amount })),
      lockSeconds: planned.lockSeconds,
      avoidSingleSeats: planned.avoidSingleSeats,
    },
  })
}

export interface House {
  readonly id: string
  readonly availableCount: number
  readonly ticketCount: number
}

export async function readHouses(ask: Ask, from: Date, to: Date): Promise<House[]> {
  return readPages(async (after) => {
    const { screenings } = await ask<{ screenings: Page<House> }>(
      `query Houses($from: DateTime!, $to: DateTime!, $after: String) {
        screenings(from: $from, to: $to, first: 100, after: $after) {
          nodes { id availableCount ticketCount }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { from: from.toISOString(), to: to.toISOString(), after },
    )
    return screenings
  })
}

/** How many seats it became: none where so many are not to be had together. */
export async function bookBestSeats(ask: Ask, screeningId: string, count: number, key: string): Promise<number> {
  const { createBestOrder: locked } = await ask<{ createBestOrder: { order?: { id: string } } }>(
    `mutation CreateBestOrder($input: CreateBestOrderInput!) {
      createBestOrder(input: $input) { ... on OrderAccepted { order { id } } }
    }`,
    { input: { screeningId, count, idempotencyKey: `${key} ${screeningId}` } },
  )
  if (locked.order === undefined) return 0
  await ask('mutation ReserveOrder($id: ID!, $key: String!) { reserveOrder(orderId: $id, idempotencyKey: $key) { __typename } }', {
    id: locked.order.id,
    key: `${key} ${screeningId}`,
  })
  return count
}

async function readPages<T>(read: (after: string | null) => Promise<Page<T>>, limit = Infinity): Promise<T[]> {
  const all: T[] = []
  let after: string | null = null
  do {
    const page: Page<T> = await read(after)
    all.push(...page.nodes)
    after = page.pageInfo.hasNextPage && all.length < limit ? page.pageInfo.endCursor : null
  } while (after !== null)
  return all
}
