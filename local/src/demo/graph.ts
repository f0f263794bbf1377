import { createClient, nodesOf, type Client, type SeatKind } from '@mov-ticket/sdk'
import type { Auditorium } from './auditoriums.js'
import type { PlannedScreening } from './programme.js'

/** What the loader reads from the graph and writes to it. A client is one user: nobody shares one. */
export function demoClient(url: string): Client {
  // It makes more haste than one account may: it waits where it is told to.
  return createClient({ url, retries: 100 })
}

export interface DemoUser {
  readonly email: string
  readonly password: string
  readonly name: string
}

/** The client, signed in; the account is made where there is none. */
export async function signedUp(url: string, user: DemoUser): Promise<Client> {
  const client = demoClient(url)
  const { __typename: result } = await client.signUp({ input: user })
  if (result === 'EmailTaken') await signIn(client, user)
  return client
}

/** False where the account has another password. */
export async function signIn(client: Client, { email, password }: { email: string; password: string }): Promise<boolean> {
  const { __typename: result } = await client.signIn({ input: { email, password } })
  return result === 'SignedIn'
}

export async function readMovies(client: Client): Promise<{ id: string; title: string }[]> {
  return allOf(nodesOf(async (after) => client.movies({ first: 100, after })))
}

export async function readAuditoriums(client: Client): Promise<{ id: string; name: string }[]> {
  return allOf(nodesOf(async (after) => client.auditoriums({ first: 100, after })))
}

/** From `from` on, the earliest first. */
export async function readScreenings(client: Client, from: Date, to?: Date) {
  const range = { from: from.toISOString(), to: to?.toISOString() ?? null }
  return allOf(nodesOf(async (after) => client.screenings({ ...range, first: 100, after })))
}

export async function scheduleScreening(
  client: Client,
  planned: PlannedScreening,
  { movieId, auditoriumId, prices }: { movieId: string; auditoriumId: string; prices: Auditorium['prices'] },
): Promise<void> {
  const kinds: readonly SeatKind[] = ['STANDARD', 'PREMIUM', 'ACCESSIBLE', 'COMPANION']
  await client.scheduleScreening({
    input: {
      movieId,
      auditoriumId,
      startsAt: planned.startsAt.toISOString(),
      currency: 'EUR',
      prices: kinds.flatMap((kind) => (prices[kind] === undefined ? [] : [{ kind, amount: prices[kind] }])),
      lockSeconds: planned.lockSeconds,
      avoidSingleSeats: planned.avoidSingleSeats,
    },
  })
}

/** How many seats it became: none where so many are not to be had together. */
export async function bookBestSeats(client: Client, screeningId: string, count: number, key: string): Promise<number> {
  const idempotencyKey = `${key} ${screeningId}`
  const locked = await client.createBestOrder({ input: { screeningId, count, idempotencyKey } })
  if (locked.__typename === 'OrderRefused') return 0
  await client.reserveOrder({ orderId: locked.order.id, idempotencyKey })
  return count
}

async function allOf<T>(nodes: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const node of nodes) all.push(node)
  return all
}
