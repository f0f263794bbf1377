import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Account, signUpMany } from './accounts.js'
import { agreement } from './agreement.js'
import { createClient } from './client.js'
import { eventually } from './eventually.js'
import { accepted, createOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { schedule } from './screenings.js'

let platform: TestPlatform
let buyers: Account[]
beforeAll(async () => {
  platform = await startTestPlatform('graceful-shutdown')
  buyers = await signUpMany(platform.url, 40)
})
afterAll(async () => platform.stop())

describe.sequential('SIGTERM while requests run', () => {
  test.each(['orders', 'tickets', 'gateway', 'auth'] as const)('of %s fails none of them', async (name) => {
    const screening = await schedule(platform.admin, { rows: 4, seatsPerRow: 10 })
    const victim = platform.processes[name]
    let answered = 0
    const bookings = buyers.map(async (buyer, index) => {
      const result = await createOrder(buyer, screening.id, [String(screening.ticketIds[index])])
      answered++
      return accepted(result)
    })
    const all = Promise.allSettled(bookings)
    await eventually(async () => answered, (count) => count > 0, { everyMs: 1 })

    victim.kill('SIGTERM')
    // What the buyers of tickets wait for needs tickets back within ORDER_WAIT_MS.
    await victim.restart()

    const failed = (await all).flatMap((booking) => (booking.status === 'rejected' ? [String(booking.reason)] : []))
    expect(failed).toEqual([])
    const orders = await agreement(platform.admin, buyers, [screening.id])
    expect(orders.every(({ status }) => status === 'LOCKED')).toBe(true)
  }, 60_000)
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
    const forged = Buffer.from(JSON.stringify({ identity: { userId: 'me', sessionId: 'mine', role: 'ADMIN' }, address: '', userAgent: null }))

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
