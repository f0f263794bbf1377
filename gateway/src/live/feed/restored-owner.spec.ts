import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel } from './testing/a-feed.js'
import type { TestFeed } from './testing/a-feed.js'
import type { Result } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

/** Two groups have version 5; then the owner's database is put back to version 2, and says so by and by. */
async function restored(): Promise<TestFeed & { watchers: ReturnType<TestFeed['watch']>[] }> {
  const scene = aFeed()
  const { owner, feed, watch } = scene
  for (const seat of ['A1', 'A2']) owner.write(seat)
  const restore = owner.save()
  for (const seat of ['A1', 'A3', 'A4']) owner.write(seat)
  const watchers = [watch(), watch({ query: '{ other }' }), watch()]
  await pass()
  restore()
  feed.ring(channel, null)
  return { ...scene, watchers }
}

describe('rule 18: an answer that is older than what was rung', () => {
  test('is asked for again, each time later, and not shown', async () => {
    const { owner, feed, watch } = aFeed()
    const watcher = watch()
    await pass()
    const times: number[] = []
    owner.behave((_, truth) => {
      times.push(performance.now())
      return truth()
    })
    const since = performance.now()
    feed.ring(channel, 1)
    await pass(2_900)
    expect(times.map((time) => Math.round(time - since))).toEqual([0, 25, 75, 175, 375, 775, 1_575])
    expect(watcher.versions).toEqual([0])
  })

  test('is forgotten once the owner has what was rung', async () => {
    const { owner, feed, watch, learned } = aFeed()
    const watcher = watch()
    await pass()
    feed.ring(channel, 1)
    await pass(1_000)
    owner.write('A1')
    await pass(2_000)
    expect(watcher.versions).toEqual([0, 1])
    expect(learned).toEqual([])
  })
})

describe('rule 18: an owner that answers so for 3 s lost it', () => {
  test('everybody gets everything at once, also who was asked for later and waits for longer', async () => {
    const { owner, watch, watchers } = await restored()
    await pass(1_000)
    const late = watch({ query: '{ late }' })
    // The first group's questions were after 25 + 50 + … + 1,600 ms.
    await pass(2_175)
    for (const watcher of [...watchers, late]) {
      expect(watcher.received.at(-1)).toEqual({ seats: { version: 2, full: true, changed: owner.seats }, errors: [] })
    }
    expect(watchers.map(({ versions }) => versions)).toEqual([[5, 2], [5, 2], [5, 2]])
  })

  test('and the doorbell learns it in place of what was rung', async () => {
    const { learned, watched } = await restored()
    await pass(5_000)
    expect(learned).toEqual([[channel, 2, 5]])
    expect(watched.get(channel)).toBe(2)
  })

  test('and what it does from then on is heard at once', async () => {
    const { owner, feed, watchers } = await restored()
    await pass(5_000)
    feed.ring(channel, owner.write('A5'))
    await pass()
    expect(watchers.map(({ versions }) => versions.at(-1))).toEqual([3, 3, 3])
    expect(watchers.map(({ seats }) => seats)).toEqual(watchers.map(() => owner.seats))
  })

  test('and an answer from before is of no use', async () => {
    const { owner, watch, watchers, learned } = await restored()
    let answerLate: ((result: Result) => void) | undefined
    owner.behave(({ query }, truth) => (query === '{ late }' ? new Promise((resolve) => (answerLate = resolve)) : truth()))
    const late = watch({ query: '{ late }' })
    await pass(4_900)
    owner.behave()
    answerLate?.({ data: { seats: { version: 5, full: true, changed: {}, live_version: 5, live_full: true } } })
    await pass(4_900)
    expect(late.versions).toEqual([2])
    expect(watchers.map(({ versions }) => versions)).toEqual([[5, 2], [5, 2], [5, 2]])
    expect(learned).toEqual([[channel, 2, 5]])
  })

  test('and who was slow or told of a fault meanwhile gets everything too', async () => {
    const { owner, watchers, watch } = await restored()
    watchers[0]?.stall()
    const joined = watch({ afterVersion: 5 })
    await pass(5_000)
    watchers[0]?.drain()
    await pass()
    expect(watchers[0]?.received.at(-1)?.seats).toEqual({ version: 2, full: true, changed: owner.seats })
    expect(joined.received.at(-1)?.seats).toEqual({ version: 2, full: true, changed: owner.seats })
  })
})
