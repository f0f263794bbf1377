import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel } from './testing/a-feed.js'
import type { TestFeed } from './testing/a-feed.js'
import { aWatcher } from './testing/a-watcher.js'
import { failed } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

async function running(): Promise<TestFeed & Record<'slow' | 'other', ReturnType<TestFeed['watch']>>> {
  const scene = aFeed()
  const [slow, other] = [scene.watch(), scene.watch()]
  await pass()
  return { ...scene, slow, other }
}

describe('given a watcher whose socket does not drain', () => {
  test('when there are many updates, then it costs none of them, and others hear at once', async () => {
    const { owner, feed, slow, other } = await running()
    slow.stall()
    for (let write = 0; write < 100; write += 1) {
      feed.ring(channel, owner.write(`A${write % 7}`))
      await pass()
    }
    expect(slow.received.length).toBe(1)
    expect(other.received.length).toBe(101)
    // Nor is it asked for again and again.
    expect(owner.asked.length).toBe(2 + 100)
  })

  test('when it drains, then it gets one merged update', async () => {
    const { owner, feed, slow, other } = await running()
    slow.stall()
    for (let write = 0; write < 100; write += 1) {
      feed.ring(channel, owner.write(`A${write % 7}`))
      await pass()
    }
    slow.drain()
    await pass()
    expect(slow.versions).toEqual([0, 100])
    expect(slow.received.at(-1)?.seats?.full).toBe(false)
    expect(slow.seats).toEqual(owner.seats)
    expect(other.received.length).toBe(101)
  })

  test('when it comes so, then its first update waits', async () => {
    const { owner, watch } = aFeed()
    const watcher = aWatcher()
    watcher.stall()
    watch({ watcher })
    await pass()
    expect(watcher.received).toEqual([])
    owner.write('A1')
    watcher.drain()
    await pass()
    expect(watcher.versions).toEqual([1])
  })

  test('when the owner is away, then it is not even told of that, but gets what is new when both are back', async () => {
    const { owner, feed, slow, other } = await running()
    slow.stall()
    owner.behave(() => failed('UNAVAILABLE'))
    feed.ring(channel, owner.write('A1'))
    await pass(10_000)
    expect([slow.codes, other.codes]).toEqual([[], ['UNAVAILABLE']])
    owner.behave()
    await pass(2_000)
    slow.drain()
    await pass()
    expect(slow.seats).toEqual(owner.seats)
  })

  test('when it comes back, then as one of those who were never away', async () => {
    const { owner, feed, slow } = await running()
    slow.stall()
    feed.ring(channel, owner.write('A1'))
    await pass()
    slow.drain()
    await pass()
    const before = owner.asked.length
    feed.ring(channel, owner.write('A2'))
    await pass()
    expect(owner.asked.length - before).toBe(1)
    expect(slow.versions).toEqual([0, 1, 2])
  })
})
