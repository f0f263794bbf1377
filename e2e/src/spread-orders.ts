import { MongoClient } from 'mongodb'
import type { TestPlatform } from './platform.js'

/** Of an order, what it takes to move it in time. */
interface StoredTimes {
  readonly _id: string
  readonly createdAt: Date
  readonly lockedAt: Date | null
  readonly lastStepAt: Date
  readonly history: readonly { readonly at: Date }[]
}

/**
 * Moves the orders of a screening that have ended, or are reserved, into the past, as if they had been placed over the
 * last `overMs`: many at first, then fewer. For pictures of what takes hours; everything but the times stays as it was.
 */
export async function spreadOrders({ services, namespace }: TestPlatform, screeningId: string, overMs: number): Promise<void> {
  const client = await MongoClient.connect(services.mongodbUrl)
  try {
    const orders = client.db(`${namespace}-orders`).collection<StoredTimes>('orders')
    const found = await orders.find({ screeningId, status: { $nin: ['PENDING', 'LOCKED'] } }).sort({ createdAt: 1, _id: 1 }).toArray()
    const now = Date.now()
    for (const [index, order] of found.entries()) {
      const placed = now - overMs * (1 - (index / found.length) ** 1.6)
      const move = (at: Date) => new Date(at.getTime() - order.createdAt.getTime() + placed)
      const { createdAt, lockedAt, lastStepAt, history } = order
      const moved = { createdAt: move(createdAt), lockedAt: lockedAt && move(lockedAt), lastStepAt: move(lastStepAt), history: history.map((step) => ({ ...step, at: move(step.at) })) }
      await orders.updateOne({ _id: order._id }, { $set: moved })
    }
  } finally {
    await client.close()
  }
}
