import { setImmediate as nextTurn } from 'node:timers/promises'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aFeed, channel, viewerOf } from './testing/a-feed.js'
import { failed, fault } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

describe('one question is asked for all', () => {
  test('a thousand watchers of the same: one execution and one encoded payload', async () => {
    const { owner, feed, watch } = aFeed()
    const watchers = Array.from({ length: 1_000 }, () => watch())
    // What is sent in chunks needs turns of its own.
    const all = (version: number) => expect.poll(() => pass().then(() => watchers.every(({ versions }) => versions.at(-1) === version))).toBe(true)
    await all(0)
    // The first came alone; the others, while it was asked for, together.
    expect(owner.asked.length).toBe(2)
    feed.ring(channel, owner.write('A1'))
    await all(1)
    expect(owner.asked.length).toBe(3)
    expect(new Set(watchers.map(({ event }) => event)).size).toBe(1)
  })

  test('a burst of rings within the window: one question', async () => {
    const { owner, feed, watch } = aFeed({ windowMs: 25 })
    const watcher = watch()
    await pass()
    for (let ring = 0; ring < 10; ring += 1) feed.ring(channel, owner.write('A1'))
    await pass(24)
    expect(owner.asked.length).toBe(1)
    await pass(1)
    expect(owner.asked.map(({ afterVersion }) => afterVersion)).toEqual([null, 0])
    expect(watcher.versions).toEqual([0, 10])
  })

  test('a window of 0: each ring asks at once, as far as no question is under way', async () => {
    const { owner, feed, watch } = aFeed({ windowMs: 0 })
    const watcher = watch()
    await pass()
    for (let ring = 0; ring < 10; ring += 1) {
      feed.ring(channel, owner.write('A1'))
      await pass()
    }
    expect(watcher.versions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('rings that come while it is answered: one more question', async () => {
    const { owner, feed, watch } = aFeed()
    const watcher = watch()
    await pass()
    const held: (() => void)[] = []
    owner.behave((_, truth) => {
      const answer = truth()
      return new Promise((resolve) => held.push(() => resolve(answer)))
    })
    feed.ring(channel, owner.write('A1'))
    await pass()
    for (let ring = 0; ring < 5; ring += 1) feed.ring(channel, owner.write('A2'))
    owner.behave()
    held.forEach((answer) => answer())
    await pass()
    expect(owner.asked.length).toBe(3)
    expect(watcher.seats).toEqual(owner.seats)
  })
})

describe('a crowd is told in chunks of 250, with turns for other work in between', () => {
  const crowd = 1_000
  test.each([
    ['what is new', undefined, 0],
    ['that the owner is away', failed('UNAVAILABLE'), 1_574],
    ['that there is nothing more', { data: { seats: null } }, 0],
    ['that the question is refused', { errors: [fault('GRAPHQL_VALIDATION_FAILED')] }, 0],
  ])('%s', async (_, answer, ms) => {
    const { owner, feed, watch } = aFeed()
    const watchers = Array.from({ length: crowd }, () => watch())
    await expect.poll(() => pass().then(() => watchers.every(({ received }) => received.length === 1))).toBe(true)
    owner.behave((_asked, truth) => answer ?? truth())
    feed.ring(channel, owner.write('A1'))
    if (ms > 0) await pass(ms)
    // From here on turns are counted.
    vi.advanceTimersByTime(1)
    const told = [0]
    while ((told.at(-1) ?? 0) < crowd) {
      await nextTurn()
      told.push(watchers.filter(({ received, end }) => received.length > 1 || end !== null).length)
    }
    expect(told.slice(1).map((count, turn) => count - (told[turn] ?? 0)).filter((count) => count > 250)).toEqual([])
  })
})

describe('it is not shared between', () => {
  test.each([
    ['documents', { query: '{ seats { price } }' }],
    ['variables', { variables: { room: 2 } }],
    ['channels', { channel: 'room:2' }],
    ['what is public and a private view', { viewer: viewerOf('ann') }],
  ])('%s', async (_, other) => {
    const { owner, feed, watch } = aFeed()
    watch()
    watch(other)
    await pass()
    expect(owner.asked.length).toBe(2)
    expect(feed.size.groups).toBe(2)
  })

  test('two private views, each asked for as its viewer', async () => {
    const { owner, watch } = aFeed()
    watch({ viewer: viewerOf('ann') })
    watch({ viewer: viewerOf('bob') })
    watch({ viewer: viewerOf('bob') })
    await pass()
    expect(owner.asked.map(({ caller }) => caller.identity?.userId)).toEqual(['ann', 'bob', 'bob'])
  })

  test('a public question is asked as nobody', async () => {
    const { owner, watch } = aFeed()
    watch()
    await pass()
    expect(owner.asked[0]?.caller).toEqual({ identity: null, address: '', userAgent: null })
  })
})
