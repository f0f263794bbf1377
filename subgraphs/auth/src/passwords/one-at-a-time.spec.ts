import { EventEmitter, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createOneAtATime } from './one-at-a-time.js'

describe('one at a time', () => {
  it('keeps the order of one key and holds up no other', async () => {
    const oneAtATime = createOneAtATime(10)
    const bell = new EventEmitter()
    const order: string[] = []
    const first = oneAtATime('a', async () => {
      await once(bell, 'go')
      order.push('first')
    })
    const second = oneAtATime('a', async () => void order.push('second'))
    await oneAtATime('b', async () => void order.push('other'))
    bell.emit('go')
    await Promise.all([first, second])
    expect(order).toEqual(['other', 'first', 'second'])
  })

  it('goes on after a failure', async () => {
    const oneAtATime = createOneAtATime(10)
    const failing = oneAtATime('a', () => Promise.reject(new Error('no')))
    const next = oneAtATime('a', () => Promise.resolve('yes'))
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })

  it('lets a few wait and refuses more', async () => {
    const oneAtATime = createOneAtATime(1)
    const bell = new EventEmitter()
    const running = [oneAtATime('a', () => once(bell, 'go')), oneAtATime('a', () => Promise.resolve())]
    await expect(oneAtATime('a', () => Promise.resolve())).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } })
    bell.emit('go')
    await Promise.all(running)
  })
})
