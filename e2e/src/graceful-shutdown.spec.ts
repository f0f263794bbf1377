import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement } from './agreement.js'
import { createClient } from './client.js'
import { eventually } from './eventually.js'
import { createOrder, readMyOrders } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { knownToOrders, schedule } from './screenings.js'

let platform: TestPlatform
let buyers: Account[]
beforeAll(async () => {
  platform = await startTestPlatform('graceful-shutdown')
  buyers = await signUpMany(platform.url, 40)
})
afterEach(() => platform.processes.tickets.kill('SIGCONT'))
afterAll(async () => platform.stop())

describe.sequential('SIGTERM while 40 buyers wait for their seats', () => {
  test.each(['orders', 'gateway', 'tickets'] as const)(
    'of %s: all of them get an answer',
    async (name) => {
      const screening = await schedule(platform.admin, { rows: 4, seatsPerRow: 10 })
      await knownToOrders(platform.url, screening)
      // While tickets stands still every order has come as far as it can without it.
      platform.processes.tickets.kill('SIGSTOP')
      const bookings = buyers.map(async (buyer, index) =>
        createOrder(buyer, screening.id, [String(screening.ticketIds[index])]),
      )
      const outcomes = Promise.allSettled(bookings)
      await eventually(
        async () => Promise.all(buyers.map(async (buyer) => readMyOrders(buyer, 'PENDING'))),
        (lists) => lists.every(({ length }) => length === 1),
      )

      platform.processes[name].kill('SIGTERM')
      platform.processes.tickets.kill('SIGCONT')
      await platform.processes[name].restart()

      const statuses = (await outcomes).map((outcome) =>
        outcome.status === 'fulfilled' ? outcome.value.order?.status : String(outcome.reason),
      )
      expect(statuses).toEqual(buyers.map(() => 'LOCKED'))
      await agreement(platform.admin, buyers, [screening.id])
    },
    60_000,
  )
})

describe('a process', () => {
  test('says that it is alive and ready', async () => {
    for (const { url } of Object.values(platform.processes)) {
      const { origin } = new URL(url)
      expect((await fetch(`${origin}/healthz`)).status).toBe(200)
      expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    }
  })

  test.each(['auth', 'tickets', 'orders'] as const)('%s answers nobody without a signed caller', async (name) => {
    const url = new URL('/graphql', platform.processes[name].url).href
    const forged = Buffer.from(
      JSON.stringify({ identity: { userId: 'me', sessionId: 'mine', role: 'ADMIN' }, address: '', userAgent: null }),
    )

    for (const headers of [
      {},
      { 'x-mov-ticket-caller': forged.toString('base64url') },
      { 'x-mov-ticket-caller': `${forged.toString('base64url')}.${'0'.repeat(43)}` },
      { authorization: `Bearer ${String(platform.admin.token)}` },
    ]) {
      const answer = await createClient(url).post(JSON.stringify({ query: '{ _service { sdl } }' }), headers)
      expect(answer).toMatchObject({ status: 401, data: null })
    }
  })
})
