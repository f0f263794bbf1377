import { beforeEach, describe, expect, test } from 'vitest'
import { createLane } from './lane.js'
import { pass, stopTheClock } from './testing/timers.js'

beforeEach(stopTheClock)

function scene() {
  const lane = createLane({ width: 2, holdMs: 500 })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const run = (name: string) =>
    lane.run(() => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    })
  return { lane, begun, run, end: (name: string) => ends.get(name)?.() }
}

const aTask = () => new Promise<void>((resolve) => setTimeout(resolve, 10))

describe('a lane', () => {
  test('runs as many at once as it is wide, the others in the order in which they came', async () => {
    const { begun, run, end } = scene()
    const [first] = ['a', 'b', 'c', 'd'].map(run)
    await pass()
    expect(begun).toEqual(['a', 'b'])
    end('a')
    expect(await first).toBe('a')
    await pass()
    expect(begun).toEqual(['a', 'b', 'c'])
    end('b')
    end('c')
    await pass()
    const late = run('e')
    end('d')
    await pass()
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
    end('e')
    expect(await late).toBe('e')
  })

  test('lets the one go next for which most have waited longest', async () => {
    const { lane, begun, run, end } = scene()
    for (const name of ['a', 'b']) void run(name)
    const waitFor = (name: string, weight: number) => lane.run(async () => void begun.push(name), { weight: () => weight })
    const ended = [waitFor('one', 1), waitFor('a few', 5), waitFor('a crowd', 10_000)]
    await pass(9)
    ended.push(waitFor('a few more', 200))
    await pass()
    end('a')
    await Promise.all(ended)
    expect(begun).toEqual(['a', 'b', 'a crowd', 'a few', 'a few more', 'one'])
  })

  test('does not put off one until its deadline, though crowds keep coming', async () => {
    const { lane, begun } = scene()
    const over = new AbortController()
    // Each comes again as soon as it was served, so that there are always more than there are places.
    const crowd = (): Promise<void> => lane.run(aTask, { weight: () => 1_000, signal: over.signal }).then(crowd, () => undefined)
    const crowds = Array.from({ length: 10 }, crowd)
    await pass(1_000)
    const waited = lane.run(async () => void begun.push('one'))
    await pass(4_000)
    expect(begun).toEqual(['one'])
    await waited
    over.abort()
    await pass(10)
    await Promise.all(crowds)
  })

  test('forgets who does not want to wait any more', async () => {
    const { lane, begun, run, end } = scene()
    for (const name of ['a', 'b']) void run(name)
    const patience = new AbortController()
    const { signal } = patience
    const waiting = Array.from({ length: 3 }, () => lane.run(async () => void begun.push('too late'), { signal }))
    const late = lane.run(async () => void begun.push('c'))
    const ended = Promise.allSettled(waiting)
    patience.abort(new Error('It took too long.'))
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await expect(lane.run(async () => void begun.push('too late'), { signal })).rejects.toThrow('It took too long.')
    end('a')
    await late
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  test('goes on after a task that failed', async () => {
    const { lane, begun, run } = scene()
    const failing = [lane.run(() => Promise.reject(new Error('A bug.'))), lane.run(() => Promise.reject(new Error('Another.')))]
    void run('a')
    await Promise.allSettled(failing)
    await pass()
    expect(begun).toEqual(['a'])
  })

  test('that is full of tasks that hang lets others pass after a while, and forgets none', async () => {
    const { begun, run, end } = scene()
    const hung = run('a')
    for (const name of ['b', 'c', 'd', 'e']) void run(name)
    await pass(499)
    expect(begun).toEqual(['a', 'b'])
    await pass(1)
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    end('a')
    expect(await hung).toBe('a')
    // Its place was given away before: it does not give away another.
    await pass()
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    await pass(500)
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
