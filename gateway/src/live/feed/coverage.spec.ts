import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel } from './testing/a-feed.js'
import type { TestFeed } from './testing/a-feed.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

/** An owner at version 3, with a watcher who has all of it. */
async function running(): Promise<TestFeed & { first: ReturnType<TestFeed['watch']> }> {
  const scene = aFeed()
  for (const seat of ['A1', 'A2', 'A3']) scene.owner.write(seat)
  const first = scene.watch()
  await pass()
  return { ...scene, first }
}

describe('rule 18: a new watcher', () => {
  test('that has nothing gets everything', async () => {
    const { first, owner } = await running()
    expect(first.received).toEqual([{ seats: { version: 3, full: true, changed: owner.seats }, errors: [] }])
  })

  test('that comes back gets what changed since', async () => {
    const { watch } = await running()
    const back = watch({ afterVersion: 1 })
    await pass()
    expect(back.received).toMatchObject([{ seats: { version: 3, full: false, changed: { A2: 2, A3: 3 } } }])
  })

  test('that missed nothing gets an empty update, so that it knows', async () => {
    const { watch } = await running()
    const back = watch({ afterVersion: 3 })
    await pass()
    expect(back.received).toEqual([{ seats: { version: 3, full: false, changed: {} }, errors: [] }])
  })

  test('that claims more than there is gets everything', async () => {
    const { watch, owner } = await running()
    const back = watch({ afterVersion: 99 })
    await pass()
    expect(back.received).toEqual([{ seats: { version: 3, full: true, changed: owner.seats }, errors: [] }])
  })

  test('that claims more than there is gets everything, though one with less is asked for together with it', async () => {
    const { watch, owner } = aFeed()
    for (let write = 1; write <= 105; write += 1) owner.write(`A${write}`)
    const answers = new Map<unknown, () => void>()
    owner.behave(({ afterVersion }, truth) => new Promise((resolve) => answers.set(afterVersion, () => resolve(truth()))))
    // Of those that come while others are asked for, 90 and 112 are then asked for together.
    const [, , , ahead, behind] = [200, 120, 100, 112, 90].map((afterVersion) => watch({ afterVersion }))
    await pass()
    answers.get(100)?.()
    await pass()
    answers.get(90)?.()
    owner.behave()
    await pass()
    expect(behind?.received).toMatchObject([{ seats: { version: 105, full: false } }])
    expect(ahead?.received).toEqual([{ seats: { version: 105, full: true, changed: owner.seats }, errors: [] }])
  })
})

describe('rule 18: when something changed', () => {
  test('all who have the same get one answer', async () => {
    const { owner, feed, watch, first } = await running()
    const second = watch({ afterVersion: 3 })
    await pass()
    const before = owner.asked.length
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(owner.asked.slice(before)).toMatchObject([{ afterVersion: 3 }])
    for (const { received } of [first, second]) expect(received.at(-1)).toMatchObject({ seats: { version: 4, full: false, changed: { A1: 4 } } })
  })

  test('nobody gets what it has', async () => {
    const { owner, feed, first } = await running()
    feed.ring(channel, 3)
    feed.ring(channel, 2)
    await pass()
    expect(owner.asked.length).toBe(1)
    expect(first.received.length).toBe(1)
  })

  test('those who are far behind do not make what the newest get wider', async () => {
    const { owner, feed, first, watch } = await running()
    const late = watch()
    await pass()
    late.stall()
    for (let write = 0; write < 100; write += 1) feed.ring(channel, owner.write(`B${write}`))
    await pass()
    late.drain()
    const before = owner.asked.length
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(new Set(owner.asked.slice(before).map(({ afterVersion }) => afterVersion))).toEqual(new Set([3, 103]))
    expect(first.received.at(-1)?.seats?.changed).toEqual({ A1: 104 })
    expect([first.seats, late.seats]).toEqual([owner.seats, owner.seats])
  })
})

describe('a query that does not take `afterVersion`', () => {
  test('is asked whole, and sent when its version is new', async () => {
    const { owner, feed, watch } = aFeed()
    owner.write('A1')
    const watcher = watch({ field: { takesAfterVersion: false, saysFull: false } })
    await pass()
    feed.ring(channel, null)
    await pass()
    expect(owner.asked.map(({ variables }) => variables)).toEqual([{}, {}])
    expect(watcher.versions).toEqual([1])
    feed.ring(channel, owner.write('A2'))
    await pass()
    expect(watcher.versions).toEqual([1, 2])
  })
})
