import { Redis } from 'ioredis'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backingServices } from '@mov-ticket/shared-events'
import { anExpiration } from './testing/an-expiration.js'
import { SCREENING, seatsLockExtended, seatsLocked, seatsRefused, seatsReleased, seatsReserved } from './testing/announcements.js'

const soon = { timeout: 15_000, interval: 5 }

describe('Given a lock', () => {
  test('when its time has passed, then lock.expired is announced, not before, in the correlation of the lock', async () => {
    const { tickets, expired } = await anExpiration()
    const lock = seatsLocked('o1', 3, 300)
    await tickets.publish(lock)
    await expect.poll(() => expired.length, soon).toBe(1)
    expect(expired[0]).toMatchObject({
      aggregateId: 'o1',
      correlationId: lock.correlationId,
      causationId: lock.id,
      payload: { orderId: 'o1', screeningId: SCREENING, sequence: 3 },
    })
    expect(Date.parse(expired[0]?.occurredAt ?? '')).toBeGreaterThanOrEqual(Date.parse(lock.payload.lockedUntil ?? ''))
  })

  test('when it is extended, then the old deadline is never announced', async () => {
    const { tickets, expired } = await anExpiration()
    await tickets.publish(seatsLocked('o1', 3, 500))
    await tickets.publish(seatsLockExtended('o1', 4, 1_000))
    await expect.poll(() => expired.length, soon).toBe(1)
    expect(expired[0]?.payload.sequence).toBe(4)
  })

  test.each([
    ['reserved', seatsReserved],
    ['released', seatsReleased],
    ['refused', seatsRefused],
  ])('when its seats are %s, then nothing is announced, however late an older message comes', async (_, end) => {
    const { tickets, expired } = await anExpiration()
    await tickets.publish(seatsLocked('o1', 3, 400))
    await tickets.publish(end('o1', 4))
    await tickets.publish(seatsLocked('o1', 3, 10))
    await tickets.publish(seatsLocked('witness', 5, 700))
    await expect.poll(() => expired.map(({ payload }) => payload.orderId), soon).toEqual(['witness'])
  })

  test('when its end was announced too early and tickets speaks of it again, then its end is announced again', async () => {
    const { tickets, expired } = await anExpiration()
    await tickets.publish(seatsLocked('o1', 3, 50))
    await expect.poll(() => expired.length, soon).toBe(1)
    await tickets.publish(seatsLocked('o1', 3, 200))
    await expect.poll(() => expired.length, soon).toBe(2)
  })
})

describe('Given several instances', () => {
  test('when many locks end, then each end is announced, and none twice', async () => {
    const { tickets, expired, startAnother } = await anExpiration()
    await startAnother()
    await Promise.all(Array.from({ length: 300 }, (_, index) => tickets.publish(seatsLocked(`o${index}`, 1, 200 + index))))
    await expect.poll(() => new Set(expired.map(({ payload }) => payload.orderId)).size, soon).toBe(300)
    expect(expired).toHaveLength(300)
  })

  test('when the one that knows a deadline stops, then another announces it', async () => {
    const { tickets, expired, asked, first, startAnother } = await anExpiration()
    await expect.poll(() => asked.length, soon).toBe(1)
    await tickets.publish(seatsLocked('o1', 1, 500))
    await tickets.publish(seatsLocked('witness', 1, 0))
    await expect.poll(() => expired.length, soon).toBe(1)
    await startAnother()
    await first.stop()
    await expect.poll(() => expired.map(({ payload }) => payload.orderId), soon).toEqual(['witness', 'o1'])
  })
})

describe('Given backing services that go away', () => {
  test('when RabbitMQ is away at the deadline, then it is announced afterwards', async () => {
    const { tickets, expired, rabbitmqProxy } = await anExpiration()
    await tickets.publish(seatsLocked('o1', 1, 400))
    await tickets.publish(seatsLocked('witness', 1, 0))
    await expect.poll(() => expired.length, soon).toBe(1)
    rabbitmqProxy.refuse()
    setTimeout(() => rabbitmqProxy.serve(), 1_000)
    await expect.poll(() => expired.map(({ payload }) => payload.orderId), soon).toContain('o1')
  })

  test('when Redis is away at the deadline, or when a lock is announced, then both are made good afterwards', async () => {
    const { tickets, expired, redisProxy } = await anExpiration()
    await tickets.publish(seatsLocked('o1', 1, 400))
    await tickets.publish(seatsLocked('witness', 1, 0))
    await expect.poll(() => expired.length, soon).toBe(1)
    redisProxy.refuse()
    await tickets.publish(seatsLocked('o2', 1, 100))
    setTimeout(() => redisProxy.serve(), 1_000)
    await expect.poll(() => expired.map(({ payload }) => payload.orderId).toSorted(), soon).toEqual(['o1', 'o2', 'witness'])
  })

  test('when it starts, and when Redis loses its data, then tickets is asked for the open locks (rule 21)', async () => {
    const { namespace, tickets, expired, asked } = await anExpiration()
    await expect.poll(() => asked.length, soon).toBe(1)
    const redis = new Redis(backingServices().redisUrl)
    onTestFinished(() => redis.disconnect())

    await tickets.publish(seatsLocked('o1', 3, 60_000))
    await expect.poll(() => redis.exists(`${namespace}:{expiration}:order:o1`), soon).toBe(1)
    await redis.del(await redis.keys(`${namespace}:*`))
    await expect.poll(() => asked.length, soon).toBe(2)
    await tickets.publish(seatsLocked('o1', 3, 100))
    await expect.poll(() => expired.map(({ payload }) => payload.orderId), soon).toEqual(['o1'])
  })
})
