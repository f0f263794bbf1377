import { array, assert, boolean, integer, nat, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClock } from './clock.js'

const START = Date.parse('2030-05-17T20:15:00Z')

/** One exchange: how long the question took to arrive, how long its answer, and what time passed before. */
const exchange = record({ before: nat(5_000), there: integer({ min: 1, max: 400 }), back: integer({ min: 1, max: 400 }), isOrder: boolean() })

describe('the clock', () => {
  it('is never further off than what it heard allows, and a clock that is right is left alone', () => {
    assert(
      property(integer({ min: -100_000_000, max: 100_000_000 }), array(exchange, { minLength: 1, maxLength: 30 }), (difference, exchanges) => {
        let local = START
        const clock = createClock(() => local)
        for (const { before, there, back, isOrder } of exchanges) {
          const sentAt = (local += before)
          const server = (local += there) + difference
          const cameAt = (local += back)
          if (isOrder) clock.heardOrder(order(server, server + 180_250), sentAt, cameAt)
          else clock.heardDate(new Date(server).toUTCString(), sentAt, cameAt)
        }
        const quickest = Math.min(...exchanges.map(({ there, back }) => there + back))
        expect(Math.abs(clock.now() - (local + difference))).toBeLessThanOrEqual(difference === 0 ? 0 : 1_000 + quickest)
      }),
    )
  })

  it('gets better with what it hears', () => {
    let local = START
    const clock = createClock(() => local)
    for (let count = 0; count < 40; count++) {
      local += 1_037
      clock.heardDate(new Date(local + 300_000).toUTCString(), local - 10, local + 10)
    }
    expect(Math.abs(clock.now() - local - 300_000)).toBeLessThan(60)
  })

  it('learns from orders that were pushed that it is late, and nothing from those without a deadline', () => {
    const clock = createClock(() => START)
    clock.heardOrder({ expiresAt: null, remainingSeconds: null }, null, START)
    clock.heardOrder(null, null, START)
    expect(clock.now()).toBe(START)
    clock.heardOrder(order(START + 60_000, START + 240_000), null, START)
    expect(clock.now()).toBe(START + 60_000)
  })

  it('believes what it hears last when somebody set a clock', () => {
    let local = START
    const clock = createClock(() => local)
    clock.heardDate(new Date(START + 100_000).toUTCString(), START, START)
    local = START + 500_000
    clock.heardDate(new Date(local).toUTCString(), local, local)
    expect(Math.abs(clock.now() - local)).toBeLessThanOrEqual(500)
  })
})

function order(now: number, expiresAt: number): { expiresAt: string; remainingSeconds: number } {
  return { expiresAt: new Date(expiresAt).toISOString(), remainingSeconds: Math.ceil((expiresAt - now) / 1_000) }
}
