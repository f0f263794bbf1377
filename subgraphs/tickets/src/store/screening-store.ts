import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Connection, mongo } from 'mongoose'
import type { Screening } from '../screening/screening.js'
import type { ScreeningRecord } from './screening-model.js'
import { newRecord, pendingOf, screeningOf } from './screening-record.js'
import type { Update } from './screening-update.js'

/** What the committer needs of the database. Reads are from the primary, writes durable (see connectMongo). */
export interface ScreeningStore {
  /** With all that is in its outbox, oldest first; null where there is none. */
  load(id: string): Promise<{ screening: Screening; pending: AnyEvent[] } | null>
  insert(screening: Screening, seatCount: number, events: readonly AnyEvent[], now: Date): Promise<void>
  isCurrent(id: string, version: number): Promise<boolean>
  /** Updates the screening if it still has this version; false where somebody else was first. */
  write(id: string, version: number, update: Update): Promise<boolean>
  /** Screenings with a lock that has passed. */
  withOverdueLocks(now: Date, limit: number): Promise<string[]>
  /** Screenings with any lock. */
  withLocks(): AsyncIterable<string>
}

type Screenings = mongo.Collection<ScreeningRecord>

/** Past mongoose: no documents are made of what is read, and an update is sent as it is. */
export function screeningCollection(connection: Connection): Screenings {
  if (!connection.db) throw new Error('MongoDB is not connected.')
  return connection.db.collection<ScreeningRecord>('screenings')
}

export function createScreeningStore(screenings: Screenings): ScreeningStore {
  return {
    async load(id) {
      const record = await screenings.findOne({ _id: id })
      return record && { screening: screeningOf(record), pending: pendingOf(record) }
    },
    async insert(screening, seatCount, events, now) {
      await screenings.insertOne(newRecord(screening, seatCount, events, now))
    },
    async isCurrent(id, version) {
      return (await screenings.findOne({ _id: id, version }, { projection: { _id: 1 } })) !== null
    },
    async write(id, version, update) {
      const { matchedCount } = await screenings.updateOne({ _id: id, version }, update)
      return matchedCount > 0
    },
    async withOverdueLocks(now, limit) {
      const found = await screenings.find({ nextLockEnd: { $lte: now } }, { projection: { _id: 1 }, limit }).toArray()
      return found.map((record) => record._id)
    },
    async *withLocks() {
      for await (const { _id } of screenings.find({ nextLockEnd: { $gt: new Date(0) } }, { projection: { _id: 1 } })) yield _id
    },
  }
}
