import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUp } from './accounts.js'
import { agreement } from './agreement.js'
import { eventually } from './eventually.js'
import { accepted, cancelOrder, createOrder, readOrder, reserveOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { knownToOrders, readTickets, schedule, type Screening } from './screenings.js'

let platform: TestPlatform
let buyer: Account
let screening: Screening
beforeAll(async () => {
  platform = await startTestPlatform('standstill', {
    environment: { ORDER_WAIT_MS: '500', SUBGRAPH_TIMEOUT_MS: '1000' },
  })
  buyer = await signUp(platform.url)
  screening = await schedule(platform.admin, { rows: 1, seatsPerRow: 8 })
  await knownToOrders(platform.url, screening)
})
afterEach(() => {
  for (const process of Object.values(platform.processes)) process.kill('SIGCONT')
})
afterAll(async () => platform.stop())

const wanted = (index: number): string[] => screening.ticketIds.slice(index * 2, index * 2 + 2)

describe.sequential('a process that stands still', () => {
  test('tickets: after ORDER_WAIT_MS the order comes back PENDING; asked again with the same key it is LOCKED', async () => {
    platform.processes.tickets.kill('SIGSTOP')
    const pending = accepted(await createOrder(buyer, screening.id, wanted(0), 'patient'))
    expect(pending).toMatchObject({ status: 'PENDING', expiresAt: null, total: null })

    platform.processes.tickets.kill('SIGCONT')
    const locked = accepted(await createOrder(buyer, screening.id, wanted(0), 'patient'))

    expect(locked).toMatchObject({ id: pending.id, status: 'LOCKED' })
  })

  test('tickets: reserving a PENDING order waits for the lock', async () => {
    platform.processes.tickets.kill('SIGSTOP')
    const pending = accepted(await createOrder(buyer, screening.id, wanted(1)))
    const reserving = reserveOrder(buyer, pending.id, 'hasty')
    platform.processes.tickets.kill('SIGCONT')
    await reserving

    const reserved = await eventually(
      async () => reserveOrder(buyer, pending.id, 'hasty'),
      ({ order }) => order?.status === 'RESERVED',
    )
    expect(reserved.order?.history.map(({ status }) => status)).toEqual(['PENDING', 'LOCKED', 'RESERVED'])
  })

  test('tickets: cancelling a PENDING order frees its seats as soon as they were locked', async () => {
    platform.processes.tickets.kill('SIGSTOP')
    const pending = accepted(await createOrder(buyer, screening.id, wanted(2)))
    await cancelOrder(buyer, pending.id)
    platform.processes.tickets.kill('SIGCONT')

    await eventually(
      async () => readOrder(buyer, pending.id),
      (order) => order?.status === 'CANCELLED',
    )
    await eventually(
      async () => readTickets(buyer, screening.id),
      (tickets) => tickets.every(({ id, status }) => !wanted(2).includes(id) || status === 'AVAILABLE'),
    )
    expect(await agreement(platform.admin, [buyer], [screening.id])).toHaveLength(3)
  })

  test('tickets: what it owns is UNAVAILABLE, what others own is there', async () => {
    platform.processes.tickets.kill('SIGSTOP')

    const [map, own] = await Promise.all([
      buyer.answer('query ($id: ID!) { seatMap(screeningId: $id) { version } }', { id: screening.id }),
      buyer.ask('{ me { name } myOrders { totalCount } }'),
    ])

    expect(map.errors[0]?.extensions.code).toBe('UNAVAILABLE')
    expect(own).toMatchObject({ me: { name: 'buyer' }, myOrders: { totalCount: 3 } })
  })

  test('auth: a session that nobody knows yet is UNAVAILABLE, never UNAUTHENTICATED', async () => {
    const stranger = await signUp(platform.url)
    platform.processes.auth.kill('SIGSTOP')

    const { errors } = await stranger.answer('{ myOrders { totalCount } }')

    expect(errors[0]?.extensions.code).toBe('UNAVAILABLE')
  })

  test('expiration: locks end all the same, by the sweep of tickets', async () => {
    const brief = await schedule(platform.admin, { lockSeconds: 1 })
    platform.processes.expiration.kill('SIGSTOP')
    const order = accepted(await createOrder(buyer, brief.id, brief.ticketIds.slice(0, 2)))

    await eventually(
      async () => readOrder(buyer, order.id),
      (seen) => seen?.status === 'EXPIRED',
    )
    expect((await readTickets(buyer, brief.id)).every(({ status }) => status === 'AVAILABLE')).toBe(true)
  })
})
