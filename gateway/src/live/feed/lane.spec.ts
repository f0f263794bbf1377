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
    const waitFor = (name: string, weight: number) => lane.run(async () => void begun.push(name), () => weight)
    const ended = [waitFor('one', 1), waitFor('a few', 5), waitFor('a crowd', 10_000)]
    await pass(9)
    ended.push(waitFor('a few more', 20))
    await pass()
    end('a')
    await Promise.all(ended)
    expect(begun).toEqual(['a', 'b', 'a crowd', 'a few', 'a few more', 'one'])
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
