import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createHashingQueue } from './hashing-queue.js'

/** Work that ends when it is told to. */
function works(count: number) {
  const bell = new EventEmitter()
  const started: number[] = []
  const run = Array.from({ length: count }, (_, n) => async () => {
    started.push(n)
    await once(bell, `end ${n}`)
    return n
  })
  return { started, run, end: (n: number) => bell.emit(`end ${n}`) }
}

describe('the hashing queue', () => {
  it('runs a few at once, the others in order', async () => {
    const inQueue = createHashingQueue({ concurrency: 2, waiting: 10 })
    const { started, run, end } = works(4)
    const results = run.map((work) => inQueue(work))
    expect(started).toEqual([0, 1])
    end(1)
    await results[1]
    expect(started).toEqual([0, 1, 2])
    end(0)
    await results[0]
    expect(started).toEqual([0, 1, 2, 3])
    end(2)
    end(3)
    expect(await Promise.all(results)).toEqual([0, 1, 2, 3])
  })

  it('refuses what would wait for too long, and says how long to wait', async () => {
    const inQueue = createHashingQueue({ concurrency: 1, waiting: 2 })
    const { run, end } = works(3)
    const results = run.map((work) => inQueue(work))
    await expect(inQueue(() => Promise.resolve())).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 2 },
    })
    for (const [n, result] of results.entries()) {
      end(n)
      await result
    }
    expect(await inQueue(() => Promise.resolve('room again'))).toBe('room again')
  })

  it('goes on after a failure', async () => {
    const inQueue = createHashingQueue({ concurrency: 1, waiting: 10 })
    const failing = inQueue(() => Promise.reject(new Error('no')))
    const next = inQueue(() => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
