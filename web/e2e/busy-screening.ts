import { spreadOrders } from '@mov-ticket/e2e'
import { createClient } from '@mov-ticket/sdk'
import type { Client } from '@mov-ticket/sdk'
import { expect } from 'vitest'
import type { App } from './app.js'
import { aBuyer } from './buyer.js'

/** Short, so that a picture of seats that ran out does not take minutes. */
const LOCK_SECONDS = 20
const ORDERS = 90

export interface BusyScreening {
  readonly id: string
  /** A seat that had several orders. */
  readonly seat: string
  /** Seats that are held for as long as it takes to look. */
  readonly holdSome: () => Promise<void>
}

const known = new WeakMap<App, Promise<BusyScreening>>()

/** A screening in the Grand Hall with an hour of bookings, cancellations, refusals and seats that ran out: made once. */
export async function busyScreening(app: App): Promise<BusyScreening> {
  const made = known.get(app) ?? makeBusy(app)
  known.set(app, made)
  return made
}

async function makeBusy(app: App): Promise<BusyScreening> {
  const admin = createClient({ url: app.platform.url, token: app.platform.admin.token ?? undefined, webSocket: null })
  const { id, ticketIds } = await schedule(admin)
  const names = ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay']
  const people = await Promise.all(names.map(async (name) => (await aBuyer(app, name)).client))
  const of = (index: number): Client => people[index % people.length] ?? createClient({ url: app.platform.url })
  const [popular = ''] = ticketIds

  // One seat that several want: given up, run out, and wanted again below.
  const first = await of(1).createOrder({ input: { screeningId: id, ticketIds: [popular] } })
  if (first.__typename === 'OrderAccepted') await of(1).cancelOrder({ orderId: first.order.id })
  await of(2).createOrder({ input: { screeningId: id, ticketIds: ticketIds.slice(0, 3) } })

  for (let index = 0; index < ORDERS; index += 1) {
    const client = of(index)
    if (index % 9 === 5) await client.createOrder({ input: { screeningId: id, ticketIds: [popular] } })
    const placed = await client.createBestOrder({ input: { screeningId: id, count: 1 + (index % 3) } })
    if (placed.__typename !== 'OrderAccepted' || index % 10 === 8) continue
    if (index % 10 === 3) await client.cancelOrder({ orderId: placed.order.id })
    else await client.reserveOrder({ orderId: placed.order.id })
  }
  await expect.poll(async () => (await admin.screeningSales({ id }))?.sales?.lockedSeats, { timeout: 60_000 }).toBe(0)
  const sold = await of(4).createOrder({ input: { screeningId: id, ticketIds: ticketIds.slice(0, 2) } })
  if (sold.__typename === 'OrderAccepted') await of(4).reserveOrder({ orderId: sold.order.id })
  await spreadOrders(app.platform, id, 57 * 60_000)
  return {
    id,
    seat: 'A1',
    async holdSome() {
      const { sales } = (await admin.screeningSales({ id })) ?? {}
      if (sales?.lockedSeats === 0) await Promise.all(people.slice(0, 3).map((client) => client.createBestOrder({ input: { screeningId: id, count: 4 } })))
    },
  }
}

async function schedule(client: Client): Promise<{ id: string; ticketIds: string[] }> {
  const [movies, auditoriums] = await Promise.all([client.movies({ search: 'metropolis' }), client.auditoriums({ first: 100 })])
  const [movie] = movies.nodes
  const hall = auditoriums.nodes.find(({ name }) => name === 'Grand Hall')
  if (movie === undefined || hall === undefined) throw new Error('The demo programme has no Metropolis, or no Grand Hall.')
  const prices = hall.seatKinds.map((kind) => ({ kind, amount: kind === 'PREMIUM' ? 1_650 : 1_250 }))
  const startsAt = new Date(Date.now() + 30 * 60 * 60_000).toISOString()
  const { id } = await client.scheduleScreening({ input: { movieId: movie.id, auditoriumId: hall.id, startsAt, currency: 'EUR', prices, lockSeconds: LOCK_SECONDS } })
  const seats = await client.seatMap({ screeningId: id })
  return { id, ticketIds: (seats?.tickets ?? []).map((ticket) => ticket.id) }
}
