import { beforeEach, describe, expect, test } from 'vitest'
import { aFeed, channel, viewerOf } from './testing/a-feed.js'
import type { Asked, Result } from './testing/owner.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

const many = Array.from({ length: 200 }, (_, index) => viewerOf(`viewer ${index}`))
const hang = () => new Promise<never>(() => {})
const later = (truth: () => Result) => new Promise<Result>((resolve) => setTimeout(() => resolve(truth()), 10))
const isPrivate = ({ caller }: Asked) => caller.identity !== null

describe('private views', () => {
  test('are asked for two at a time, each in its turn', async () => {
    const { owner, watch } = aFeed()
    let running = 0
    let most = 0
    owner.behave(async (_, truth) => {
      most = Math.max(most, (running += 1))
      const answer = await later(truth)
      running -= 1
      return answer
    })
    const watchers = many.map((viewer) => watch({ viewer }))
    await pass(1_000)
    expect(most).toBe(2)
    expect(watchers.map(({ versions }) => versions)).toEqual(watchers.map(() => [0]))
  })

  test('that hang hold up no public one', async () => {
    const { owner, feed, watch } = aFeed()
    owner.behave((asked, truth) => (isPrivate(asked) ? hang() : truth()))
    for (const viewer of many) watch({ viewer })
    const watcher = watch()
    await pass()
    for (let write = 0; write < 10; write += 1) {
      feed.ring(channel, owner.write('A1'))
      await pass()
    }
    expect(watcher.versions).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('that hang do not hold up those of another field', async () => {
    const { owner, feed, watch } = aFeed()
    owner.behave(({ query }, truth) => (query === '{ hung }' ? hang() : truth()))
    for (const viewer of many) watch({ viewer, query: '{ hung }' })
    const watcher = watch({ viewer: viewerOf('ann'), field: { name: 'orderChanged' } })
    await pass()
    feed.ring(channel, owner.write('A1'))
    await pass()
    expect(watcher.versions).toEqual([0, 1])
  })

  test('that hang hold up those of the same field for a moment only', async () => {
    const { owner, watch } = aFeed()
    owner.behave(({ query }, truth) => (query === '{ hung }' ? hang() : truth()))
    for (const viewer of many.slice(0, 4)) watch({ viewer, query: '{ hung }' })
    const watcher = watch({ viewer: viewerOf('ann') })
    await pass(1_000)
    expect(watcher.versions).toEqual([0])
  })

  test('that wait for their turn for as long as a question may take are told so', async () => {
    const { owner, watch } = aFeed()
    owner.behave(hang)
    const watchers = many.map((viewer) => watch({ viewer }))
    await pass(5_000)
    expect(watchers.map(({ codes }) => codes)).toEqual(watchers.map(() => ['UNAVAILABLE']))
    expect(watchers.map(({ end }) => end)).toEqual(watchers.map(() => null))
    owner.behave()
    await pass(5_000)
    expect(watchers.map(({ versions }) => versions)).toEqual(watchers.map(() => [0]))
  })
})

describe('public ones that hang', () => {
  test('hold up those of other channels for a moment only, and those of other fields not at all', async () => {
    const { owner, watch } = aFeed()
    owner.behave(({ query }, truth) => (query === '{ hung }' ? hang() : truth()))
    for (let room = 0; room < 20; room += 1) watch({ channel: `room:${room}`, query: '{ hung }' })
    const [same, other] = [watch(), watch({ field: { name: 'otherChanged' }, query: '{ other }' })]
    await pass()
    expect(other.versions).toEqual([0])
    await pass(1_000)
    expect(same.versions).toEqual([0])
  })
})
