import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from '../client.js'
import { insist } from '../insist.js'
import { cancelOrder, createBestOrder, createOrder, reserveOrder } from '../orders.js'
import type { Random } from '../random.js'
import type { Screening } from '../screenings.js'

const ways = ['reserve', 'reserve, cancel', 'cancel', 'let expire'] as const

export interface Pace {
  readonly startWithinMs: number
  readonly thinkAtMostMs: number
  readonly orders: number
}

/** Orders of one to three seats, and what a buyer may do with them. */
export async function bookAtRandom(
  buyer: Client,
  screening: Screening,
  random: Random,
  { startWithinMs, thinkAtMostMs, orders }: Pace,
): Promise<void> {
  await delay(random.below(startWithinMs))
  for (let made = 0; made < orders; made++) {
    const count = 1 + random.below(3)
    const first = random.below(screening.ticketIds.length - count + 1)
    const pickedByServer = random.below(3) === 0
    const way = random.pick(ways)
    const key = randomUUID()
    const created = await insist(async () =>
      pickedByServer
        ? createBestOrder(buyer, screening.id, count, { idempotencyKey: key })
        : createOrder(buyer, screening.id, screening.ticketIds.slice(first, first + count), key),
    )
    await delay(random.below(thinkAtMostMs))
    if (created.__typename === 'OrderRefused') continue
    const { id } = created.order
    if (way.startsWith('reserve')) await insist(async () => reserveOrder(buyer, id, key))
    if (way.endsWith('cancel')) await insist(async () => cancelOrder(buyer, id))
  }
}
