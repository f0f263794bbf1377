import type { Broker, PayloadOf } from '@mov-ticket/shared-events'
import DataLoader from 'dataloader'
import { LRUCache } from 'lru-cache'
import type { Connection } from 'mongoose'
import { screeningsOn } from './screening-document.js'
import type { ScreeningDocument } from './screening-document.js'
import { screeningOf } from '../order/screening.js'
import type { Screening } from '../order/screening.js'

/** A screening of 300 seats takes about 40 kB in memory. */
const IN_MEMORY = 500
const ASK_MS = 2_000
const FIND_AT_ONCE = 100

/** Our own copy of screenings: from memory, else from the database, else asked of tickets and kept. */
export interface ScreeningCopies {
  /** Null where tickets knows none either. Rejects with BrokerUnavailable or QuestionTimedOut where it can't be asked. */
  get(screeningId: string): Promise<Screening | null>
  keep(screening: PayloadOf<'screening.scheduled'>): Promise<void>
  cancel(screeningId: string): Promise<void>
}

export function screeningCopiesOn(connection: Connection, broker: Pick<Broker, 'ask'>): ScreeningCopies {
  const copies = screeningsOn(connection)
  const recent = new LRUCache<string, Screening>({ max: IN_MEMORY })
  const asking = new Map<string, Promise<Screening | null>>()
  /** A list of screenings is one query. */
  const finds = new DataLoader(findMany, { cache: false, maxBatchSize: FIND_AT_ONCE })

  async function findMany(ids: readonly string[]): Promise<(ScreeningDocument | null)[]> {
    const found = await copies.find({ _id: { $in: [...ids] } }).toArray()
    const byId = new Map(found.map((copy) => [copy._id, copy]))
    return ids.map((id) => byId.get(id) ?? null)
  }

  async function keep({ screeningId, ...told }: PayloadOf<'screening.scheduled'>): Promise<void> {
    await copies.updateOne({ _id: screeningId }, { $set: told }, { upsert: true })
  }

  async function find(screeningId: string): Promise<Screening | null> {
    const { startsAt, maxTicketsPerOrder, seatLabels, lockSeconds = 0, currency } = (await finds.load(screeningId)) ?? {}
    if (startsAt !== undefined && maxTicketsPerOrder !== undefined && seatLabels !== undefined && currency !== undefined) {
      return screeningOf({ screeningId, startsAt, maxTicketsPerOrder, seatLabels, lockSeconds, currency })
    }
    const told = await broker.ask('tickets.screening', { screeningId }, { timeoutMs: ASK_MS })
    if (told === null) return null
    const { cancelled, ...screening } = told
    await keep(screening)
    if (cancelled) await cancel(screeningId)
    return screeningOf(screening)
  }

  async function cancel(screeningId: string): Promise<void> {
    await copies.updateOne({ _id: screeningId }, { $set: { cancelled: true } }, { upsert: true })
  }

  /** Calls at the same time share one look-up. */
  function look(screeningId: string): Promise<Screening | null> {
    const under = asking.get(screeningId) ?? find(screeningId).finally(() => asking.delete(screeningId))
    asking.set(screeningId, under)
    return under
  }

  return {
    keep,
    cancel,
    async get(screeningId) {
      const known = recent.get(screeningId)
      if (known !== undefined) return known
      const found = await look(screeningId)
      if (found !== null) recent.set(screeningId, found)
      return found
    },
  }
}
