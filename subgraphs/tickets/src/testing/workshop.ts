import { randomUUID } from 'node:crypto'
import { connectMongo } from '@mov-ticket/service-kit'
import { createOutboxRelay, ticketId, type AnyEvent, type OutboxRelay } from '@mov-ticket/shared-events'
import { onTestFinished } from 'vitest'
import { createCommitter, type Committer } from '../committer/committer.js'
import { knownScreenings } from '../committer/known-screenings.js'
import type { CommandOf } from '../screening/command.js'
import { newScreening, type ScreeningTerms } from '../screening/screening.js'
import type { Seat } from '../screening/seating-plan.js'
import { openStores, type Stores } from '../store/open-stores.js'
import { screeningCollection } from '../store/screening-store.js'
import type { ScreeningRecord } from '../store/screening-model.js'
import { backingServices, specLogger, testNamespace } from './backing-services.js'

/** One process's way of changing screenings, on a real database; what it would tell the others is kept here. */
export interface Process {
  readonly committer: Committer
  readonly relay: OutboxRelay
  /** All that was published, in order. */
  readonly published: AnyEvent[]
  readonly rung: { channel: string; version: number }[]
  /** How often the database was asked for each of these. */
  readonly asked: { load: number; isCurrent: number; write: number }
}

export interface Workshop {
  readonly stores: Stores
  screening(seats: readonly Seat[], terms?: Partial<ScreeningTerms>): Promise<string>
  record(id: string): Promise<ScreeningRecord>
  /** One more process; `publish` stands for the broker. */
  process(more?: { publish?: (event: AnyEvent) => Promise<void>; now?: () => Date }): Process
  /** As when the database goes away. */
  disconnect(): Promise<void>
}

/** A database of its own, gone when the test ends. */
export async function aWorkshop(): Promise<Workshop> {
  const logger = specLogger()
  const database = `${testNamespace()}-tickets`
  const mongo = await connectMongo({ url: backingServices().MONGODB_URL, database, logger })
  const stores = await openStores(mongo)
  onTestFinished(async () => {
    const own = await connectMongo({ url: backingServices().MONGODB_URL, database, logger })
    await own.dropDatabase()
    await own.close()
    await mongo.close()
  })

  return {
    stores,
    async screening(seats, terms = {}) {
      const auditoriumId = randomUUID()
      await stores.auditoriumStore.create({ id: auditoriumId, name: 'Room', seats })
      const screening = newScreening({
        id: randomUUID(), movieId: 'movie', auditoriumId, startsAt: new Date(Date.now() + 3_600_000), currency: 'EUR',
        prices: { STANDARD: 1200 }, lockSeconds: 60, maxTicketsPerOrder: 10, avoidSingleSeats: false, ...terms,
      })
      await stores.screenings.insert(screening, seats.length, [], new Date())
      return screening.terms.id
    },
    async record(id) {
      const record = await screeningCollection(mongo).findOne({ _id: id })
      if (!record) throw new Error(`there is no screening ${id}`)
      return record
    },
    process({ publish = async () => undefined, now = () => new Date() } = {}) {
      const published: AnyEvent[] = []
      const rung: Process['rung'] = []
      const asked = { load: 0, isCurrent: 0, write: 0 }
      const counted: typeof stores.screenings = {
        ...stores.screenings,
        load: (id) => (asked.load++, stores.screenings.load(id)),
        isCurrent: (id, version) => (asked.isCurrent++, stores.screenings.isCurrent(id, version)),
        write: (id, version, update) => (asked.write++, stores.screenings.write(id, version, update)),
      }
      const heard = async (event: AnyEvent): Promise<void> => {
        await publish(event)
        published.push(event)
      }
      const relay = createOutboxRelay({ publish: heard, store: stores.outbox, logger, sweepEveryMs: 50, idleMs: 100 })
      onTestFinished(() => relay.stop())
      const doorbell = { ring: (channel: string, version: number) => void rung.push({ channel, version }) }
      const known = knownScreenings(counted, stores.auditoriums)
      const committer = createCommitter({ store: counted, known, relay, doorbell, publish: heard, now, logger })
      return { committer, relay, published, rung, asked }
    },
    disconnect: () => mongo.close(),
  }
}

export function lockAt(screeningId: string, orderId: string, labels: readonly string[], buyerId = orderId): CommandOf<'LOCK'> {
  const ticketIds = labels.map((label) => ticketId(screeningId, label))
  return { type: 'LOCK', orderId, screeningId, buyerId, wish: { kind: 'TICKETS', ticketIds }, createdAt: new Date().toISOString() }
}

/** Orders with seats of this record; throws where one has only some of its seats. */
export function wholeOrders({ bookings, holds }: ScreeningRecord): string[] {
  for (const [orderId, { labels }] of Object.entries(bookings)) {
    for (const label of labels) {
      const entry = holds[label]
      const holder = entry && 'orderId' in entry ? entry.orderId : null
      if (holder !== orderId) throw new Error(`seat ${label} of order ${orderId} is held by ${holder}`)
    }
  }
  return Object.keys(bookings)
}
