import { beforeEach, describe, expect, test, vi } from 'vitest'
import { pass, stopTheClock } from './feed/testing/timers.js'
import { createSlowConsumers } from './slow-consumers.js'

beforeEach(stopTheClock)

function scene() {
  const slow = createSlowConsumers({ patienceMs: 10_000 })
  const consumer = { busy: true, givenUp: 0, isBusy: () => consumer.busy, giveUp: () => void (consumer.givenUp += 1) }
  const resumed: string[] = []
  return { slow, consumer, resumed, hold: (name: string) => slow.hold(consumer, () => resumed.push(name)) }
}

describe('slow consumers', () => {
  test('are called back when they are free: all that waits for one socket, once', async () => {
    const { slow, consumer, resumed, hold } = scene()
    hold('a')
    await pass(5_000)
    hold('b')
    expect(resumed).toEqual([])
    consumer.busy = false
    await pass(50)
    expect(resumed).toEqual(['a', 'b'])
    await pass(20_000)
    expect(resumed).toEqual(['a', 'b'])
    expect(consumer.givenUp).toBe(0)
    expect(slow.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('are given up when their patience is over, however often something waited for them', async () => {
    const { slow, consumer, resumed, hold } = scene()
    for (let times = 0; times < 10; times += 1) {
      hold('a')
      await pass(999)
    }
    expect(consumer.givenUp).toBe(0)
    await pass(100)
    expect(consumer.givenUp).toBe(1)
    expect(resumed).toEqual([])
    expect(slow.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('have their patience anew once they were free', async () => {
    const { consumer, hold } = scene()
    hold('a')
    await pass(9_000)
    consumer.busy = false
    await pass(50)
    consumer.busy = true
    hold('a')
    await pass(9_000)
    expect(consumer.givenUp).toBe(0)
  })

  test('that are gone are forgotten', async () => {
    const { slow, consumer, hold } = scene()
    hold('a')
    slow.forget(consumer)
    await pass(20_000)
    expect(consumer.givenUp).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('stop with the gateway', () => {
    const { slow, hold } = scene()
    hold('a')
    slow.stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
