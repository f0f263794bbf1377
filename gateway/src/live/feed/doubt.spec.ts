import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel, viewerOf } from './testing/a-feed.js'
import { failed } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

describe('when nobody knows the version (rule 17)', () => {
  test('one group asks for all, and the version is learned', async () => {
    const { owner, feed, watch, learned } = aFeed()
    const watchers = ['{ a }', '{ b }', '{ c }'].map((query) => watch({ query }))
    await pass()
    feed.ring(channel, null)
    await pass(1_000)
    expect(owner.asked.length).toBe(4)
    expect(learned).toEqual([[channel, 0]])
    expect(watchers.map(({ versions }) => versions)).toEqual([[0], [0], [0]])
  })

  test('and something is new, then all hear of it', async () => {
    const { owner, feed, watch } = aFeed()
    const watchers = ['{ a }', '{ b }', '{ c }'].map((query) => watch({ query }))
    await pass()
    owner.write('A1')
    feed.ring(channel, null)
    await pass()
    expect(watchers.map(({ versions }) => versions)).toEqual([[0, 1], [0, 1], [0, 1]])
  })

  test('and the owner is away for a moment, then it is asked until it answers', async () => {
    const { owner, feed, watch, learned } = aFeed()
    const watcher = watch()
    await pass()
    owner.write('A1')
    owner.behave(() => failed('UNAVAILABLE'))
    feed.ring(channel, null)
    await pass(200)
    owner.behave()
    await pass(1_000)
    expect(watcher.versions).toEqual([0, 1])
    expect(learned).toEqual([[channel, 1]])
  })

  test('and the question was on its way before, then its answer is not taken for the answer to this one', async () => {
    const { owner, feed, watch, learned } = aFeed()
    const watcher = watch()
    await pass()
    owner.behave((_, truth) => {
      const before = truth()
      return new Promise((resolve) => setTimeout(() => resolve(before), 100))
    })
    feed.ring(channel, null)
    await pass(50)
    owner.behave()
    owner.write('A1')
    feed.ring(channel, null)
    await pass(1_000)
    expect(watcher.versions).toEqual([0, 1])
    expect(learned).toEqual([[channel, 1]])
  })

  test.each([
    ['is stalled', 'stall'],
    ['is hung', 'hang'],
    ['is refused', 'refuse'],
  ] as const)('and the group that is asked first %s, then the others still hear within a second', async (_, fate) => {
    const { owner, feed, watch } = aFeed()
    const first = watch({ viewer: viewerOf('ann') })
    const second = watch()
    await pass()
    if (fate === 'stall') {
      first.stall()
      feed.ring(channel, owner.write('A1'))
      await pass()
    }
    owner.behave(({ caller }, truth) => {
      if (caller.identity === null) return truth()
      return fate === 'hang' ? new Promise(() => {}) : { errors: [{ message: 'No.' }] }
    })
    owner.write('A2')
    feed.ring(channel, null)
    await pass(1_000)
    expect(second.seats).toEqual(owner.seats)
  })
})

describe('each 30 s', () => {
  test('a channel is asked about, whatever is known: a ring may have died with its process', async () => {
    const { owner, watch, learned } = aFeed()
    const watchers = ['{ a }', '{ b }'].map((query) => watch({ query }))
    await pass()
    owner.write('A1')
    await pass(30_000)
    expect(watchers.map(({ versions }) => versions)).toEqual([[0, 1], [0, 1]])
    // So that other gateways hear of it too.
    expect(learned).toEqual([[channel, 1]])
    owner.write('A1')
    await pass(30_000)
    expect(watchers.map(({ versions }) => versions)).toEqual([[0, 1, 2], [0, 1, 2]])
  })

  test('that is one question, and no update where nothing changed', async () => {
    const { owner, watch } = aFeed()
    const watchers = ['{ a }', '{ b }'].map((query) => watch({ query }))
    await pass(30_000)
    const before = owner.asked.length
    await pass(30_000)
    expect(owner.asked.length - before).toBe(1)
    expect(watchers.map(({ versions }) => versions)).toEqual([[0], [0]])
  })
})
