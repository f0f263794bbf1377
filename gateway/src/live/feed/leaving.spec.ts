import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aFeed, channel, viewerOf } from './testing/a-feed.js'
import { failed } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

const nothing = { channels: 0, groups: 0 }

describe('when a watcher leaves', () => {
  test('another of the same group still hears', async () => {
    const { owner, feed, watch } = aFeed()
    const [first, second] = [watch(), watch()]
    await pass()
    first.leave()
    first.leave()
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(first.versions).toEqual([0])
    expect(second.versions).toEqual([0, 1])
  })

  test('another group of the channel still hears', async () => {
    const { owner, feed, watch } = aFeed()
    const [first, second] = [watch(), watch({ query: '{ seats { price } }' })]
    await pass()
    first.leave()
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(second.versions).toEqual([0, 1])
  })

  test('and is the last, then channel, group, watch and timers are gone', async () => {
    const { owner, feed, watch, watched } = aFeed({ windowMs: 25 })
    const watchers = [watch(), watch({ viewer: viewerOf('ann') })]
    await pass()
    expect([...watched]).toEqual([[channel, 0]])
    feed.ring(channel, owner.write('A1'))
    feed.ring(channel, null)
    await pass()
    for (const { leave } of watchers) leave()
    await pass()
    expect(feed.size).toEqual(nothing)
    expect([...watched]).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['with what is new', () => ({ data: null })],
    ['with a fault', () => failed('UNAVAILABLE')],
  ])('while it is asked for, then nothing is left when the answer comes %s', async (_, answer) => {
    const { owner, feed, watch, watched } = aFeed()
    owner.behave((question, truth) => new Promise((resolve) => setTimeout(() => resolve(question.afterVersion === null ? answer() : truth()), 100)))
    const watcher = watch()
    await pass(50)
    watcher.leave()
    await pass(50)
    expect(watcher.received).toEqual([])
    expect(feed.size).toEqual(nothing)
    expect([...watched]).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('while its socket is slow, then it is forgotten', async () => {
    const { owner, feed, watch } = aFeed()
    const [slow, other] = [watch(), watch()]
    await pass()
    slow.stall()
    feed.ring(channel, owner.write('A1'))
    await pass()
    slow.leave()
    slow.drain()
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(slow.versions).toEqual([0])
    expect(other.versions).toEqual([0, 1, 2])
    other.leave()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('nobody asks for it any more, however many were waiting for their turn', async () => {
    const { owner, feed, watch } = aFeed()
    owner.behave(() => new Promise(() => {}))
    const watchers = Array.from({ length: 100 }, (_, index) => watch({ viewer: viewerOf(`viewer ${index}`) }))
    await pass()
    const before = owner.asked.length
    for (const { leave } of watchers) leave()
    await pass(60_000)
    expect(owner.asked.length).toBe(before)
    expect(owner.asked.every(({ signal }) => signal.aborted)).toBe(true)
    expect(feed.size).toEqual(nothing)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('after the owner\'s versions went back, then nothing listens for it any more', async () => {
    const { owner, feed, watch, watched } = aFeed()
    const restore = owner.save()
    owner.write('A1')
    const watcher = watch()
    await pass()
    restore()
    feed.ring(channel, 2)
    await pass(2_999)
    owner.behave((_, truth) => new Promise((resolve) => setTimeout(() => resolve(truth()), 2_000)))
    await pass(2_000)
    watcher.leave()
    await pass(10_000)
    expect([...watched]).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

test('a feed that stops leaves no timers behind, whoever still watches', async () => {
  const { owner, feed, watch } = aFeed({ windowMs: 25 })
  owner.behave(() => failed('UNAVAILABLE'))
  watch()
  await pass(10_000)
  feed.ring(channel, 9)
  feed.stop()
  await pass(10_000)
  expect(vi.getTimerCount()).toBe(0)
})
