import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement } from './agreement.js'
import { type Client, createClient } from './client.js'
import { eventually } from './eventually.js'
import { insist } from './insist.js'
import { cancelOrder, createOrder, readMyOrders, reserveOrder } from './orders.js'
import { startSecondInstances, startTestPlatform, type TestPlatform } from './platform.js'
import { readTickets, schedule, type Screening } from './screenings.js'

let first: TestPlatform
let second: TestPlatform
let buyers: Account[]
beforeAll(async () => {
  first = await startTestPlatform('instances')
  second = await startSecondInstances(first)
  buyers = await signUpMany(first.url, 60)
}, 120_000)
afterAll(async () => {
  await second.stop()
  await first.stop()
})

/** The gateway that a buyer uses: the second for every other one, as long as it is there. */
let secondIsThere = true
function atGateway(index: number): Client {
  const buyer = buyers[index]
  return createClient(index % 2 === 1 && secondIsThere ? second.url : first.url, buyer?.token)
}

async function book(index: number, screening: Screening): Promise<void> {
  await delay(index * 10)
  const from = (index * 2) % (screening.ticketIds.length - 2)
  const key = `book ${screening.id}`
  const created = await insist(async () =>
    createOrder(atGateway(index), screening.id, screening.ticketIds.slice(from, from + 3), key),
  )
  if (created.__typename === 'OrderRefused') return
  if (index % 3 === 0) await insist(async () => reserveOrder(atGateway(index), created.order.id, key))
  if (index % 3 === 1) await insist(async () => cancelOrder(atGateway(index), created.order.id))
}

async function everyLockEnds(screening: Screening): Promise<void> {
  const seen = await eventually(
    async () => readTickets(first.admin, screening.id),
    (tickets) => tickets.every(({ status }) => status !== 'LOCKED'),
    { withinMs: 30_000 },
  )
  expect(seen.some(({ status }) => status === 'RESERVED')).toBe(true)
}

describe.sequential('two instances of every process', () => {
  test('book the same seats through both gateways: every mutation gets its outcome, and no seat is held twice', async () => {
    const screening = await schedule(first.admin, { rows: 5, seatsPerRow: 20, lockSeconds: 3 })

    await Promise.all(buyers.map(async (_, index) => book(index, screening)))

    await everyLockEnds(screening)
    const orders = await agreement(first.admin, buyers, [screening.id])
    expect(orders).toHaveLength(buyers.length)
  }, 60_000)

  test('a session that ends at one gateway ends at the other within a second', async () => {
    const [buyer] = buyers.splice(-1)
    const elsewhere = createClient(second.url, buyer?.token)
    expect((await elsewhere.answer('{ myOrders { totalCount } }')).errors).toEqual([])

    await buyer?.ask('mutation { signOut }')

    await eventually(
      async () => elsewhere.answer('{ myOrders { totalCount } }'),
      ({ errors }) => errors[0]?.extensions.code === 'UNAUTHENTICATED',
      { withinMs: 1_000 },
    )
  })

  test('kill -9 of all of the one: the other carries on with what it left behind', async () => {
    const screening = await schedule(first.admin, { rows: 5, seatsPerRow: 20, lockSeconds: 3 })
    let answered = 0
    const bookings = buyers.map(async (_, index) => {
      await book(index, screening)
      answered++
    })
    const all = Promise.all(bookings)
    await eventually(
      async () => answered,
      (count) => count >= 10,
      { everyMs: 5 },
    )

    for (const process of Object.values(second.processes)) process.kill('SIGKILL')
    // Whoever was at the gateway that died goes on at the other, with the same key.
    secondIsThere = false

    await all
    await everyLockEnds(screening)
    expect((await Promise.all(buyers.map(async (buyer) => readMyOrders(buyer, 'PENDING')))).flat()).toEqual([])
    await agreement(first.admin, buyers, [screening.id])
  }, 120_000)
})
