import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement } from './agreement.js'
import { insist } from './insist.js'
import { eventually } from './eventually.js'
import { interfere } from './interference.js'
import {
  cancelOrder,
  createBestOrder,
  createOrder,
  extendOrder,
  type Order,
  type OrderStatus,
  readMyOrders,
  reserveOrder,
} from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { createRandom } from './random.js'
import { schedule, type Screening } from './screenings.js'

const random = createRandom()
const maxDelayMs = 250

let platform: TestPlatform
let buyers: Account[]
let interference: Awaited<ReturnType<typeof interfere>>
beforeAll(async () => {
  console.info(`duplicates.spec.ts: E2E_SEED=${random.seed} repeats this run`)
  platform = await startTestPlatform('duplicates')
  buyers = await signUpMany(platform.url, 30)
  interference = await interfere({
    rabbitmqUrl: platform.services.rabbitmqUrl,
    namespace: platform.namespace,
    random,
    maxDelayMs,
  })
}, 120_000)
afterAll(async () => {
  await interference.stop()
  await platform.stop()
})

/** Each way of a booking, and how it must end where nobody competes. */
const ways: readonly { steps: readonly Step[]; ends: OrderStatus }[] = [
  { steps: [], ends: 'EXPIRED' },
  { steps: ['extend'], ends: 'EXPIRED' },
  { steps: ['reserve'], ends: 'RESERVED' },
  { steps: ['extend', 'reserve'], ends: 'RESERVED' },
  { steps: ['cancel'], ends: 'CANCELLED' },
  { steps: ['extend', 'cancel'], ends: 'CANCELLED' },
  { steps: ['reserve', 'cancel'], ends: 'CANCELLED' },
]
type Step = 'reserve' | 'cancel' | 'extend'

describe('every event delivered twice, and shuffled as far as causation allows', () => {
  test('where orders do not compete the end is the same as without', async () => {
    const screening = await schedule(platform.admin, { rows: 6, seatsPerRow: 10, lockSeconds: 6 })
    const expected = new Map<string, OrderStatus>()

    await Promise.all(
      buyers.map(async (buyer, index) => {
        const { steps, ends } = random.pick(ways)
        const order = await lock(buyer, screening, screening.ticketIds.slice(index * 2, index * 2 + 2))
        expect(order.status).toBe('LOCKED')
        expected.set(order.id, ends)
        for (const step of steps) await take(step, buyer, order.id)
      }),
    )

    const orders = await ended([screening])
    expect(new Map(orders.map(({ id, status }) => [id, status]))).toEqual(expected)
    await agreement(platform.admin, buyers, [screening.id])
    expect(interference.copies()).toBeGreaterThan(buyers.length * 2 * 3)
  }, 60_000)

  test('where they do no seat is held twice, every lock ends, and order and ticket agree', async () => {
    const screenings = await Promise.all(
      [1, 2].map(async (lockSeconds) => schedule(platform.admin, { rows: 2, seatsPerRow: 8, lockSeconds })),
    )

    await Promise.all(buyers.map(async (buyer) => bookAtRandom(buyer, screenings)))

    await ended(screenings)
    const ids = screenings.map(({ id }) => id)
    await agreement(platform.admin, buyers, ids)
    // What was still on its way arrives now, and changes nothing.
    const before = await ended(screenings)
    await quiet()
    expect(await agreement(platform.admin, buyers, ids)).toEqual(before)
  }, 120_000)
})

async function bookAtRandom(buyer: Account, screenings: readonly Screening[]): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    const screening = random.pick(screenings)
    const first = random.below(screening.ticketIds.length - 3)
    const result = await insist(async () =>
      random.below(3) === 0
        ? createBestOrder(buyer, screening.id, 1 + random.below(3))
        : createOrder(buyer, screening.id, screening.ticketIds.slice(first, first + 1 + random.below(3))),
    )
    if (result.__typename === 'OrderRefused') continue
    const steps = Array.from({ length: random.below(4) }, () => random.pick<Step>(['reserve', 'cancel', 'extend']))
    await Promise.all(
      steps.map(async (step) => {
        await delay(random.below(1_500))
        await take(step, buyer, result.order.id)
      }),
    )
  }
}

async function lock(buyer: Account, screening: Screening, ticketIds: readonly string[]): Promise<Order> {
  const result = await insist(async () => createOrder(buyer, screening.id, ticketIds, `lock ${screening.id}`))
  if (result.__typename === 'OrderRefused') throw new Error(`refused: ${result.refusal.code}`)
  return result.order
}

async function take(step: Step, buyer: Account, orderId: string): Promise<void> {
  if (step === 'reserve') await insist(async () => reserveOrder(buyer, orderId, 'reserve'))
  if (step === 'cancel') await insist(async () => cancelOrder(buyer, orderId))
  if (step === 'extend') await insist(async () => extendOrder(buyer, orderId))
}

/** All orders in these screenings, once each has ended. */
async function ended(screenings: readonly Screening[]): Promise<Order[]> {
  return eventually(
    async () => {
      const orders = (await Promise.all(buyers.map(async (buyer) => readMyOrders(buyer)))).flat()
      return orders.filter((order) => screenings.some(({ id }) => id === order.screening.id))
    },
    (orders) => orders.every(({ status }) => status !== 'PENDING' && status !== 'LOCKED'),
    { withinMs: 40_000, everyMs: 250 },
  )
}

/** Until no copy was handed over for as long as one may be held back. */
async function quiet(): Promise<void> {
  let before = -1
  while (before !== interference.copies()) {
    before = interference.copies()
    await delay(maxDelayMs * 2)
  }
}
