import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement, compare, readHolders } from './agreement.js'
import { createOrder, type Order, type OrderResult } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule, scheduleIn, type Screening } from './screenings.js'

const turns = Array.from({ length: 20 }, (_, index) => index + 1)
const seats = 60

let platform: TestPlatform
let buyers: Account[]
let room: Screening
const screeningIds: string[] = []

beforeAll(async () => {
  platform = await startTestPlatform('rush')
  buyers = await signUpMany(platform.url, 200)
  room = await schedule(platform.admin, { rows: 3, seatsPerRow: 20 })
}, 120_000)
afterAll(async () => platform.stop())

async function nextScreening(): Promise<Screening> {
  const screening = await scheduleIn(platform.admin, room)
  screeningIds.push(screening.id)
  return screening
}

function ordersIn(results: readonly OrderResult[]): Order[] {
  return results.flatMap(({ order }) => (order === null ? [] : [order]))
}

describe('200 buyers at once', () => {
  test.each(turns)('for one seat: exactly one gets it (turn %i)', async () => {
    const screening = await nextScreening()
    const wanted = screening.ticketIds.slice(0, 1)

    const results = await Promise.all(buyers.map(async (buyer) => createOrder(buyer, screening.id, wanted)))

    expect(
      results.filter(({ __typename, order }) => __typename === 'OrderAccepted' && order.status === 'LOCKED'),
    ).toHaveLength(1)
    const refusals = results.filter(({ __typename }) => __typename === 'OrderRefused')
    expect(refusals).toHaveLength(199)
    for (const result of refusals) {
      expect(result).toMatchObject({
        refusal: { code: 'SEATS_UNAVAILABLE', tickets: [{ id: wanted[0] }] },
        order: { status: 'REJECTED' },
      })
    }
    expect(compare(await readHolders(platform.admin, screening.id), ordersIn(results))).toEqual([])
  })

  test.each(turns)('for overlapping triples: no seat in two orders, none locked for nobody (turn %i)', async () => {
    const screening = await nextScreening()
    const tripleOf = (index: number): string[] =>
      [0, 1, 2].map((next) => String(screening.ticketIds[(index + next) % seats]))

    const results = await Promise.all(
      buyers.map(async (buyer, index) => createOrder(buyer, screening.id, tripleOf(index))),
    )

    expect(results.every(({ order }) => order?.status === 'LOCKED' || order?.status === 'REJECTED')).toBe(true)
    const holders = await readHolders(platform.admin, screening.id)
    expect(compare(holders, ordersIn(results))).toEqual([])
    expect(holders.filter(({ status }) => status === 'LOCKED').length).toBeGreaterThanOrEqual(seats / 2)
  })

  test('400 orders at once for seats enough: each gets its outcome while its buyer waits', async () => {
    const screening = await schedule(platform.admin, { rows: 20, seatsPerRow: 20 })
    const ordersAtOnce = Array.from({ length: 400 }, (_, index) => buyers[index % buyers.length]).flatMap(
      (buyer) => buyer ?? [],
    )

    const results = await Promise.all(
      ordersAtOnce.map(async (buyer, index) => createOrder(buyer, screening.id, [String(screening.ticketIds[index])])),
    )

    expect(results.filter(({ order }) => order?.status !== 'LOCKED')).toEqual([])
  })

  test('after all of it tickets and every buyer’s list agree', async () => {
    const orders = await agreement(platform.admin, buyers, screeningIds)

    expect(orders).toHaveLength(turns.length * 2 * buyers.length)
  })
})
