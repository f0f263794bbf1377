import { signUp } from '@mov-ticket/e2e'
import { createClient } from '@mov-ticket/sdk'
import type { Client, Order } from '@mov-ticket/sdk'
import type { BrowserContext } from 'playwright-core'
import type { App } from './app.js'

/** Somebody with an account: their orders are made through the SDK, and looked at in a browser. */
export interface Buyer {
  readonly email: string
  readonly password: string
  readonly client: Client
  readonly hold: (screeningId: string, seats: number) => Promise<Order>
  readonly holdThese: (screeningId: string, ticketIds: readonly string[]) => Promise<Order>
  readonly book: (screeningId: string, seats: number) => Promise<Order>
  /** This browser is theirs from now on: a session of its own. */
  readonly signIn: (context: BrowserContext) => Promise<void>
}

export async function aBuyer({ url, platform }: App, name: string): Promise<Buyer> {
  const { email, password, token } = await signUp(platform.url, name)
  const client = createClient({ url: platform.url, ...(token !== null && { token }), webSocket: null })

  async function hold(screeningId: string, count: number): Promise<Order> {
    return accepted(await client.createBestOrder({ input: { screeningId, count } }))
  }
  return {
    email,
    password,
    client,
    hold,
    holdThese: async (screeningId, ticketIds) => accepted(await client.createOrder({ input: { screeningId, ticketIds } })),
    book: async (screeningId, count) => accepted(await client.reserveOrder({ orderId: (await hold(screeningId, count)).id })),
    async signIn(context) {
      const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }'
      const answer = await context.request.post(`${url}/graphql`, { data: { query, variables: { input: { email, password } } }, headers: { origin: url } })
      const body = await answer.text()
      if (!body.includes('"SignedIn"')) throw new Error(`not signed in: ${body}`)
    },
  }
}

function accepted(result: Awaited<ReturnType<Client['createBestOrder']>>): Order {
  if (result.__typename !== 'OrderAccepted') throw new Error(`refused: ${result.refusal.message}`)
  return result.order
}

/** Screenings of the demo programme in a room, the soonest first; none that is about to begin. */
export async function screeningsIn({ platform }: App, room: string): Promise<string[]> {
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
  const { nodes } = await createClient({ url: platform.url, webSocket: null }).screenings({ from: inAnHour, first: 100 })
  return nodes.filter(({ auditorium }) => auditorium.name === room).map(({ id }) => id)
}
