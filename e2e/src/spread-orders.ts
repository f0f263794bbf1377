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
 * last `overMs`: many at first, then few, then some more. For pictures of what takes hours; everything but the times stays as it was.
 */
export async function spreadOrders({ services, namespace }: TestPlatform, screeningId: string, overMs: number): Promise<void> {
  const client = await MongoClient.connect(services.mongodbUrl)
  try {
    const orders = client.db(`${namespace}-orders`).collection<StoredTimes>('orders')
    const found = await orders.find({ screeningId, status: { $nin: ['PENDING', 'LOCKED'] } }).sort({ createdAt: 1, _id: 1 }).toArray()
    const now = Date.now()
    for (const [index, order] of found.entries()) {
      const placed = now - overMs * (1 - momentOf(index / found.length))
      const move = (at: Date) => new Date(at.getTime() - order.createdAt.getTime() + placed)
      const { createdAt, lockedAt, lastStepAt, history } = order
      const moved = { createdAt: move(createdAt), lockedAt: lockedAt && move(lockedAt), lastStepAt: move(lastStepAt), history: history.map((step) => ({ ...step, at: move(step.at) })) }
      await orders.updateOne({ _id: order._id }, { $set: moved })
    }
  } finally {
    await client.close()
  }
}

/** As sales go: nearly half of them in the first fifth, then few, then some more. Shares of the orders, and of the time. */
const course = [[0, 0.04], [0.45, 0.2], [0.62, 0.68], [0.9, 0.82], [1, 1]] as const

function momentOf(share: number): number {
  const next = course.findIndex(([orders]) => orders > share)
  const [fromOrders, fromTime] = course[next - 1] ?? [0, 0]
  const [toOrders, toTime] = course[next] ?? [1, 1]
  return fromTime + ((share - fromOrders) / (toOrders - fromOrders)) * (toTime - fromTime)
}
