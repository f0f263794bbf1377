import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, signUp } from './accounts.js'
import { agreement } from './agreement.js'
import { eventually } from './eventually.js'
import { accepted, createOrder, readOrder } from './orders.js'
import { startTestPlatform, type TestPlatform } from './platform.js'
import { readTickets, schedule } from './screenings.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('redis-loss', { ownServices: true })
}, 120_000)
afterAll(async () => platform.stop())

describe.sequential('a Redis that loses its data', () => {
  test.each([
    ['by a crash', killRedis],
    ['while it runs', flushRedis],
  ])(
    '%s: deadlines are read anew from tickets, locks still end and people can sign in',
    async (_, lose) => {
      const admin = await signIn(platform.url, platform.admin.email, platform.admin.password)
      const screening = await schedule(admin, { lockSeconds: 4 })
      const buyer = await signUp(platform.url)
      const order = accepted(await createOrder(buyer, screening.id, screening.ticketIds.slice(0, 3)))

      await lose()

      // Sessions live in Redis: whoever lost theirs signs in again.
      const again = await eventually(
        async () => signIn(platform.url, buyer.email, buyer.password),
        () => true,
      )
      await eventually(
        async () => readTickets(again, screening.id),
        (tickets) => tickets.every(({ status }) => status === 'AVAILABLE'),
      )
      await eventually(
        async () => readOrder(again, order.id),
        (seen) => seen?.status === 'EXPIRED',
      )
      const nextAdmin = await signIn(platform.url, platform.admin.email, platform.admin.password)
      expect(await agreement(nextAdmin, [again], [screening.id])).toHaveLength(1)
      expect(accepted(await createOrder(again, screening.id, screening.ticketIds.slice(0, 3))).status).toBe('LOCKED')
    },
    60_000,
  )
})

async function killRedis(): Promise<void> {
  const { redis } = platform.services.processes
  if (redis === undefined) throw new Error('redis was not started by this test and can’t be killed')
  redis.kill('SIGKILL')
  await redis.restart()
}

async function flushRedis(): Promise<void> {
  const redis = new Redis(platform.services.redisUrl)
  try {
    await redis.flushall()
  } finally {
    redis.disconnect()
  }
}
