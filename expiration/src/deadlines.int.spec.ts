import { describe, expect, test } from 'vitest'
import { createDeadlines } from './deadlines.js'
import type { Deadlines } from './deadlines.js'
import { redisOfSpec } from './testing/redis-of-spec.js'

function given(): Deadlines {
  const { redis, namespace } = redisOfSpec()
  return createDeadlines(redis, namespace)
}

/** A lock of order o1 as tickets announced it at `now`: `remainingMs` before it ends. */
function lock(sequence: number, { lockedUntil = 100_000, remainingMs = 60_000 } = {}) {
  return {
    orderId: 'o1',
    screeningId: 's1',
    sequence,
    lockedUntil: new Date(lockedUntil),
    remainingMs,
    correlationId: 'request-1',
    causationId: 'event-1',
  }
}

describe('Rule 21: a deadline is set by a higher sequence, or by an equal one announced again', () => {
  test('Given a lock, when its time has passed, then it is there to be announced', async () => {
    const deadlines = given()
    expect(await deadlines.set(lock(3), 40_000)).toBe(100_000)
    expect(await deadlines.claimPassed(99_999)).toEqual([])
    expect(await deadlines.claimPassed(100_000)).toEqual([
      { orderId: 'o1', screeningId: 's1', sequence: 3, dueAt: 100_000, correlationId: 'request-1', causationId: 'event-1' },
    ])
  })

  test('Given a lock, when a higher sequence moves it, then only the new time counts', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    expect(await deadlines.set(lock(4, { lockedUntil: 130_000, remainingMs: 90_000 }), 40_000)).toBe(130_000)
    expect(await deadlines.claimPassed(129_999)).toEqual([])
    expect(await deadlines.claimPassed(130_000)).toMatchObject([{ sequence: 4 }])
  })

  test('Given a lock, when a lower sequence comes late, then it changes nothing', async () => {
    const deadlines = given()
    await deadlines.set(lock(4, { lockedUntil: 130_000, remainingMs: 90_000 }), 40_000)
    expect(await deadlines.set(lock(3), 40_000)).toBeNull()
    expect(await deadlines.next()).toBe(130_000)
  })

  test('Given a lock still to come, when it is delivered twice and late, then it is due no later', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    expect(await deadlines.set(lock(3), 70_000)).toBe(100_000)
  })

  test('Given an end that was announced too early, when tickets announces the lock again, then it is due by our own clock', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [early] = await deadlines.claimPassed(100_000)
    if (!early) throw new Error('It has passed.')
    await deadlines.remove(early)
    expect(await deadlines.next()).toBeNull()
    expect(await deadlines.set(lock(3, { remainingMs: 7_000 }), 100_100)).toBe(107_100)
  })

  test('Given that, when the new announcement overtakes the confirm of the early one, then the new deadline stays', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [early] = await deadlines.claimPassed(100_000)
    if (!early) throw new Error('It has passed.')
    expect(await deadlines.set(lock(3, { remainingMs: 7_000 }), 100_100)).toBe(107_100)
    await deadlines.remove(early)
    expect(await deadlines.claimPassed(107_100)).toMatchObject([{ sequence: 3, dueAt: 107_100 }])
  })
})

describe('Rule 21: removed only after its end was confirmed, and only if sequence and due time are the same', () => {
  test('Given a deadline that is being announced, when the lock is extended, then the new deadline stays', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [claimed] = await deadlines.claimPassed(100_000)
    if (!claimed) throw new Error('It has passed.')
    await deadlines.set(lock(4, { lockedUntil: 160_000, remainingMs: 59_000 }), 100_100)
    await deadlines.remove(claimed)
    expect(await deadlines.next()).toBe(159_100)
  })

  test('Given a deadline that one instance claimed, then no other gets it, until the lease ends', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    expect(await deadlines.claimPassed(100_000)).toHaveLength(1)
    expect(await deadlines.claimPassed(100_001)).toEqual([])
    expect(await deadlines.claimPassed(105_000)).toHaveLength(1)
  })

  test('Given a deadline that could not be announced, when it is postponed, then it comes again then', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [claimed] = await deadlines.claimPassed(100_000)
    if (!claimed) throw new Error('It has passed.')
    await deadlines.postpone(claimed, 100_500)
    expect(await deadlines.claimPassed(100_500)).toEqual([claimed])
  })

  test('Given a deadline that was moved, when the old one is postponed, then the new one is not announced early', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [claimed] = await deadlines.claimPassed(100_000)
    if (!claimed) throw new Error('It has passed.')
    await deadlines.set(lock(4, { lockedUntil: 160_000, remainingMs: 60_000 }), 100_000)
    await deadlines.postpone(claimed, 100_500)
    expect(await deadlines.claimPassed(100_500)).toEqual([])
    expect(await deadlines.next()).toBe(160_000)
  })
})

describe('An order that holds no lock any more', () => {
  test('Given a lock, when it is dropped, then nothing is announced', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    await deadlines.drop('o1', 4)
    expect(await deadlines.next()).toBeNull()
    expect(await deadlines.claimPassed(200_000)).toEqual([])
  })

  test('Given a dropped lock, when an older announcement of it comes late, then it does not come back to life', async () => {
    const deadlines = given()
    await deadlines.drop('o1', 4)
    expect(await deadlines.set(lock(3), 40_000)).toBeNull()
    expect(await deadlines.set(lock(4), 40_000)).toBeNull()
    expect(await deadlines.next()).toBeNull()
  })

  test('Given a lock, when an older end comes late, then the lock stays', async () => {
    const deadlines = given()
    await deadlines.set(lock(5), 40_000)
    await deadlines.drop('o1', 4)
    expect(await deadlines.next()).toBe(100_000)
  })

  test('Given a claimed deadline, when it is dropped meanwhile, then nothing of it is left', async () => {
    const deadlines = given()
    await deadlines.set(lock(3), 40_000)
    const [claimed] = await deadlines.claimPassed(100_000)
    if (!claimed) throw new Error('It has passed.')
    await deadlines.drop('o1', 4)
    await deadlines.postpone(claimed, 100_500)
    await deadlines.remove(claimed)
    expect(await deadlines.next()).toBeNull()
  })

  test('Given what is done, then Redis forgets it by itself', async () => {
    const { redis, namespace } = redisOfSpec()
    const deadlines = createDeadlines(redis, namespace)
    await deadlines.set(lock(3), 40_000)
    const key = `${namespace}:{expiration}:order:o1`
    expect(await redis.ttl(key)).toBe(-1)
    await deadlines.drop('o1', 4)
    expect(await redis.ttl(key)).toBeGreaterThan(0)
  })

  test('Given an entry whose deadline is lost, when its time has passed, then it is cleared away', async () => {
    const { redis, namespace } = redisOfSpec()
    const deadlines = createDeadlines(redis, namespace)
    await deadlines.set(lock(3), 40_000)
    await redis.del(`${namespace}:{expiration}:order:o1`)
    expect(await deadlines.claimPassed(100_000)).toEqual([])
    expect(await deadlines.next()).toBeNull()
  })
})
