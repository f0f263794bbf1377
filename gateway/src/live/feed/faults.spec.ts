import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel, viewerOf } from './testing/a-feed.js'
import type { TestFeed } from './testing/a-feed.js'
import { failed, fault } from './testing/owner.js'
import type { Result } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

async function running(): Promise<TestFeed & { watcher: ReturnType<TestFeed['watch']> }> {
  const scene = aFeed()
  scene.owner.write('A1')
  const watcher = scene.watch()
  await pass()
  return { ...scene, watcher }
}

const answerers = [
  ['answers UNAVAILABLE', () => failed('UNAVAILABLE')],
  ['throws', () => Promise.reject(new Error('A bug.'))],
  ['never answers', () => new Promise<never>(() => {})],
] as const

describe.each(answerers)('given an owner that %s', (_, behaviour) => {
  test('when something is new, then watchers are told once, and get it when it is back', async () => {
    const { owner, feed, watcher } = await running()
    owner.behave(behaviour)
    feed.ring(channel, owner.write('A2'))
    await pass(30_000)
    expect(watcher.codes).toEqual(['UNAVAILABLE'])
    expect(watcher.end).toBe(null)
    owner.behave()
    await pass(8_000)
    expect(watcher.versions).toEqual([1, 2])
    expect(watcher.seats).toEqual(owner.seats)
  })

  test('when somebody comes, then it is told, and so are those who have been there', async () => {
    const { owner, watch, watcher } = await running()
    owner.behave(behaviour)
    const joined = watch()
    await pass(5_000)
    expect(joined.codes).toEqual(['UNAVAILABLE'])
    await pass(25_000)
    expect(watcher.codes).toEqual(['UNAVAILABLE'])
    owner.behave()
    await pass(8_000)
    expect([joined.versions, watcher.versions]).toEqual([[1], [1, 1]])
  })
})

describe('given an owner that is away for a moment', () => {
  test('when something is new, then nobody is told, and it comes late', async () => {
    const { owner, feed, watcher } = await running()
    owner.behave(() => failed('UNAVAILABLE'))
    feed.ring(channel, owner.write('A2'))
    await pass(500)
    owner.behave()
    await pass(500)
    expect(watcher.codes).toEqual([])
    expect(watcher.versions).toEqual([1, 2])
  })

  test('questions are asked 25 ms later, then twice as late each time, 2 s at most', async () => {
    const { owner, feed } = await running()
    const times: number[] = []
    owner.behave(() => {
      times.push(performance.now())
      return failed('UNAVAILABLE')
    })
    const since = performance.now()
    feed.ring(channel, owner.write('A2'))
    await pass(9_000)
    expect(times.map((time) => Math.round(time - since))).toEqual([0, 25, 75, 175, 375, 775, 1_575, 3_175, 5_175, 7_175])
  })
})

/** An answer without the prices. */
function broken(changed: Readonly<Record<string, number>>): Result {
  const seats = { changed, version: 2, full: false, live_version: 2, live_full: false }
  return { data: { seats }, errors: [fault('UNAVAILABLE', ['seats', 'price'])] }
}

describe('given an owner that hangs', () => {
  test('and then fails in another way, watchers are told once', async () => {
    const { owner, feed, watcher } = await running()
    owner.behave(() => new Promise<never>(() => {}))
    feed.ring(channel, owner.write('A2'))
    await pass(6_000)
    for (const code of ['INTERNAL', 'UNAVAILABLE', 'RATE_LIMITED']) {
      owner.behave(() => failed(code))
      await pass(6_000)
    }
    expect(watcher.codes).toEqual(['UNAVAILABLE'])
  })

  test('a question that took long before it failed is asked again soon: that was pause enough', async () => {
    const { owner, feed } = await running()
    const times: number[] = []
    owner.behave(() => {
      times.push(performance.now())
      return new Promise<never>(() => {})
    })
    const since = performance.now()
    feed.ring(channel, owner.write('A2'))
    await pass(20_000)
    expect(times.map((time) => Math.round(time - since))).toEqual([0, 5_025, 10_050, 15_075])
  })
})

describe('given parts of an answer that failed', () => {
  test('when they may come back, then data and errors are shown once, and what is missing is asked for again', async () => {
    const { owner, feed, watcher } = await running()
    feed.ring(channel, owner.write('A2'))
    owner.behave(() => broken({ A2: 2 }))
    await pass(1_000)
    expect(watcher.received.slice(1)).toEqual([
      { seats: { version: 2, full: false, changed: { A2: 2 } }, errors: [fault('UNAVAILABLE', ['seats', 'price'])] },
    ])
    owner.behave()
    await pass(2_000)
    expect(new Set(owner.asked.slice(1).map(({ afterVersion }) => afterVersion))).toEqual(new Set([1]))
    expect(watcher.received.slice(2)).toEqual([{ seats: { version: 2, full: false, changed: { A2: 2 } }, errors: [] }])
  })

  test('when they will not, such as what is not for the viewer, then it is an update like any other', async () => {
    const { owner, feed, watcher } = await running()
    feed.ring(channel, owner.write('A2'))
    owner.behave((_, truth) => ({ ...truth(), errors: [fault('FORBIDDEN', ['seats', 'buyer'])] }))
    await pass(5_000)
    expect(watcher.codes).toEqual(['FORBIDDEN'])
    expect(owner.asked.map(({ afterVersion }) => afterVersion)).toEqual([null, 1])
  })

  test('when one group asked for them, then no other sees anything of it', async () => {
    const { owner, feed, watch, watcher } = await running()
    const other = watch({ query: '{ seats price }' })
    const ann = watch({ viewer: viewerOf('ann') })
    await pass()
    owner.behave(({ query, caller }, truth) => (query === '{ seats price }' ? broken({}) : caller.identity === null ? truth() : failed('UNAVAILABLE')))
    feed.ring(channel, owner.write('A2'))
    await pass(10_000)
    expect([other.codes, ann.codes, watcher.codes]).toEqual([['UNAVAILABLE'], ['UNAVAILABLE'], []])
    expect(watcher.versions).toEqual([1, 2])
  })
})

describe('given nothing (any more) to see', () => {
  test('when there is no such thing, then null and the end', async () => {
    const { owner, feed, watcher } = await running()
    owner.behave(() => ({ data: { seats: null } }))
    feed.ring(channel, 2)
    await pass()
    expect(watcher.received.at(-1)).toEqual({ seats: null, errors: [] })
    expect(watcher.end).toBe('completed')
  })

  test('when it is not for this viewer any more, then the error and the end', async () => {
    const { owner, feed, watch } = aFeed()
    const ann = watch({ viewer: viewerOf('ann') })
    await pass()
    owner.behave(() => failed('UNAUTHENTICATED'))
    feed.ring(channel, 2)
    await pass()
    expect(ann.codes).toEqual(['UNAUTHENTICATED'])
    expect(ann.end).toBe('completed')
  })

  test('when the graph refuses the question, then its errors, and no data', async () => {
    const { owner, feed, watcher } = await running()
    owner.behave(() => ({ errors: [fault('GRAPHQL_VALIDATION_FAILED')] }))
    feed.ring(channel, 2)
    await pass()
    expect(watcher.end).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  })

  test('when nobody can tell who the viewer is, then UNAVAILABLE, never UNAUTHENTICATED', async () => {
    const { watch } = aFeed()
    const ann = watch({ viewer: { view: 'ann', caller: () => Promise.reject(new Error('auth is away')) } })
    await pass()
    expect(ann.codes).toEqual(['UNAVAILABLE'])
    expect(ann.end).toBe(null)
  })
})
