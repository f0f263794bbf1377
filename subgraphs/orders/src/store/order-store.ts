import DataLoader from 'dataloader'
import type { Connection } from 'mongoose'
import mongoose from 'mongoose'
import { createOrderIndexes, ordersOn } from './order-document.js'
import type { OrderStatus } from '../order/order.js'
import { documentOf, storedOrderOf, updateOf } from './stored-order.js'
import type { StoredOrder } from './stored-order.js'

/** CONFLICT: somebody else was first, nothing is written. KEY_TAKEN: the idempotency key belongs to another order (or, of an insert, to this one). */
export type WriteResult = 'WRITTEN' | 'CONFLICT' | 'KEY_TAKEN'

export interface Position {
  readonly createdAt: Date
  readonly id: string
}

export interface OrderStore {
  /** What is asked for in one turn of the event loop is one query: in a rush many wait for an order each. */
  find(id: string): Promise<StoredOrder | null>
  /** In the order of `ids`; null where there is none. */
  findMany(ids: readonly string[]): Promise<(StoredOrder | null)[]>
  insert(stored: StoredOrder, now: Date): Promise<WriteResult>
  /** Only if the order still is at `before.version`. */
  update(before: StoredOrder, after: StoredOrder, now: Date): Promise<WriteResult>
  /** Newest first. */
  listOf(buyerId: string, options: { status: OrderStatus | null; after: Position | null; limit: number }): Promise<StoredOrder[]>
  countOf(buyerId: string, status: OrderStatus | null): Promise<number>
  /** Ids of orders that have waited too long for word of tickets, longest first. */
  awaitingOutcome(now: Date, limit: number): Promise<string[]>
}

const DUPLICATE_KEY = 11_000
const WRITE_CONFLICT = 112
const FIND_AT_ONCE = 200

export async function openOrderStore(connection: Connection): Promise<OrderStore> {
  await createOrderIndexes(connection)
  const orders = ordersOn(connection)

  async function findMany(ids: readonly string[]): Promise<(StoredOrder | null)[]> {
    const found = await orders.find({ _id: { $in: [...ids] } }).toArray()
    const byId = new Map(found.map((document) => [document._id, storedOrderOf(document)]))
    return ids.map((id) => byId.get(id) ?? null)
  }
  const finds = new DataLoader(findMany, { cache: false, maxBatchSize: FIND_AT_ONCE, batchScheduleFn: setImmediate })

  return {
    find: (id) => finds.load(id),
    findMany,
    insert: (stored, now) => orWhyNot(async () => {
      await orders.insertOne(documentOf(stored, now))
      return 'WRITTEN'
    }),
    update: (before, after, now) => orWhyNot(async () => {
      const { $set, $unset } = updateOf(before, after, now)
      const filter = { _id: before.order.id, version: before.version }
      const { matchedCount } = await orders.updateOne(filter, Object.keys($unset).length === 0 ? { $set } : { $set, $unset })
      return matchedCount === 1 ? 'WRITTEN' : 'CONFLICT'
    }),
    async listOf(buyerId, { status, after, limit }) {
      const found = await orders
        .find({ ...ofBuyer(buyerId, status), ...(after !== null && olderThan(after)) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .toArray()
      return found.map(storedOrderOf)
    },
    countOf: (buyerId, status) => orders.countDocuments(ofBuyer(buyerId, status)),
    async awaitingOutcome(now, limit) {
      const found = await orders
        .find({ outcomeDueAt: { $lte: now } }, { projection: { _id: 1 } })
        .sort({ outcomeDueAt: 1 })
        .limit(limit)
        .toArray()
      return found.map(({ _id }) => _id)
    },
  }
}

function ofBuyer(buyerId: string, status: OrderStatus | null) {
  return status === null ? { buyerId } : { buyerId, status }
}

function olderThan({ createdAt, id }: Position) {
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] }
}

async function orWhyNot(write: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError)) throw error
    if (error.code === DUPLICATE_KEY) return 'KEY_TAKEN'
    if (error.code === WRITE_CONFLICT) return 'CONFLICT'
    throw error
  }
}
