import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Order } from '../order/order.js'
import { livedOrder } from '../testing/lived-order.js'
import type { News } from '../testing/lived-order.js'
import { after, T0 } from '../testing/tickets-said.js'
import { createTally, stepsIn } from './tally.js'
import type { Span } from './tally.js'

function activity(orders: readonly Order[], over: Span, now = over.to) {
  const tally = createTally(over)
  for (const order of orders) tally.add(order)
  return tally.steps(now)
}

const until = (ms: number) => ({ lockedUntil: after(ms).toISOString() })
const span = (from: number, to: number, stepMs = 1_000): Span => ({ from: after(from), to: after(to), stepMs })
const none = { ordersPlaced: 0, locks: 0, reservations: 0, refusals: 0, cancellations: 0, expiries: 0 }
const empty = { lockedSeats: 0, reservedSeats: 0, revenue: 0 }

describe('steps', () => {
  test('follow one another from the first moment to the last, which may make the last one shorter', () => {
    const steps = activity([], span(0, 2_500))
    expect(steps.map(({ from, to }) => [from, to])).toEqual([[T0, after(1_000)], [after(1_000), after(2_000)], [after(2_000), after(2_500)]])
    expect(steps[0]).toEqual({ from: T0, to: after(1_000), ...none, ...empty })
  })

  test('that have not begun are left out', () => {
    expect(activity([], span(0, 9_000), after(2_001))).toHaveLength(3)
    expect(activity([], span(0, 9_000), after(2_000))).toHaveLength(2)
    expect(activity([], span(0, 9_000), after(-1))).toEqual([])
  })

  test('are counted before they are made', () => {
    expect(stepsIn(span(0, 1))).toBe(1)
    expect(stepsIn(span(0, 1_000))).toBe(1)
    expect(stepsIn(span(0, 1_001))).toBe(2)
  })
})

describe('what happened', () => {
  const reserved = livedOrder({}, ['seats.locked', 1_000], ['seats.reserved', 2_999])

  test('is in the step in which it did: from its beginning, up to its end', () => {
    const [first, second, third, fourth] = activity([reserved], span(0, 4_000))
    expect(first).toMatchObject({ ...none, ordersPlaced: 1, ...empty })
    expect(second).toMatchObject({ ...none, locks: 1, lockedSeats: 2, reservedSeats: 0, revenue: 0 })
    expect(third).toMatchObject({ ...none, reservations: 1, lockedSeats: 0, reservedSeats: 2, revenue: 2_500 })
    expect(fourth).toMatchObject({ ...none, lockedSeats: 0, reservedSeats: 2, revenue: 2_500 })
  })

  test('before the first step is in what is held at its end', () => {
    expect(activity([reserved], span(10_000, 11_000))).toMatchObject([{ ...none, reservedSeats: 2, revenue: 2_500 }])
    expect(activity([reserved], span(2_000, 2_999))).toMatchObject([{ ...none, lockedSeats: 2, reservedSeats: 0 }])
  })

  test('after the last step is in none', () => {
    expect(activity([reserved], span(-1_000, 0))).toMatchObject([{ ...none, ...empty }])
  })

  test('is undone by an end: expired, cancelled while locked, cancelled while reserved', () => {
    const expired = livedOrder({}, ['seats.locked', 100], ['seats.released', 1_100])
    const given = livedOrder({}, ['seats.locked', 100], ['seats.released', 1_200, { reason: 'CANCELLED' }])
    const returned = livedOrder({}, ['seats.locked', 100], ['seats.reserved', 200], ['seats.released', 1_300, { reason: 'CANCELLED' }])
    expect(activity([expired, given, returned], span(0, 2_000))).toMatchObject([
      { ...none, ordersPlaced: 3, locks: 3, reservations: 1, lockedSeats: 4, reservedSeats: 2, revenue: 2_500 },
      { ...none, expiries: 1, cancellations: 2, ...empty },
    ])
  })

  test('a refusal is counted, and holds nothing', () => {
    expect(activity([livedOrder({}, ['seats.refused', 10])], span(0, 1_000))).toMatchObject([{ ...none, ordersPlaced: 1, refusals: 1, ...empty }])
  })

  test('a lock that was extended is one lock', () => {
    const extended = livedOrder({}, ['seats.locked', 10], ['seats.lock-extended', 20, until(190_000)], ['seats.lock-extended', 1_020, until(191_000)])
    expect(activity([extended], span(0, 2_000))).toMatchObject([{ locks: 1, lockedSeats: 2 }, { locks: 0, lockedSeats: 2 }])
  })
})

/** A life of a few seconds, to the tenth, so that things happen at the edges of steps. */
const life: fc.Arbitrary<Order> = fc
  .tuple(fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }), fc.constantFrom('', 'refused', 'l', 'le', 'lr', 'lc', 'lrc', 'lx', 'r'))
  .map(([times, path]) => {
    const [placed = 0, ...rest] = times.toSorted((a, b) => a - b).map((tenth) => tenth * 100)
    const names: Record<string, News[0]> = { l: 'seats.locked', e: 'seats.lock-extended', r: 'seats.reserved', c: 'seats.released', x: 'seats.released' }
    const letters = path === 'refused' ? [] : path.split('')
    const news = letters.map((letter, at): News => [
      names[letter] ?? 'seats.locked', rest[at] ?? 0,
      letter === 'c' ? { reason: 'CANCELLED' } : letter === 'e' ? { lockedUntil: after(400_000).toISOString() } : {},
    ])
    return livedOrder({ createdAt: after(placed) }, ...(path === 'refused' ? [['seats.refused', rest[0] ?? 0] as const] : news))
  })

test('whatever happened: a step has what the histories say of it, and what they say is held at its end', () => {
  const spans = fc.tuple(fc.nat(45), fc.integer({ min: 1, max: 45 }), fc.integer({ min: 1, max: 30 }))
  fc.assert(fc.property(fc.array(life, { maxLength: 12 }), spans, (orders, [from, length, step]) => {
    for (const seen of activity(orders, span(from * 100, (from + length) * 100, step * 100))) {
      const between = ({ at }: { at: Date }) => at >= seen.from && at < seen.to
      const became = (status: string) => orders.filter((order) => {
        const first = order.history.find((one) => one.status === status)
        return first !== undefined && between(first)
      }).length
      const heldAs = (status: string) => orders.filter((order) => order.history.findLast(({ at }) => at < seen.to)?.status === status)
      expect(seen).toMatchObject({
        ordersPlaced: became('PENDING'), locks: became('LOCKED'), reservations: became('RESERVED'),
        refusals: became('REJECTED'), cancellations: became('CANCELLED'), expiries: became('EXPIRED'),
        lockedSeats: heldAs('LOCKED').length * 2, reservedSeats: heldAs('RESERVED').length * 2, revenue: heldAs('RESERVED').length * 2_500,
      })
    }
  }), { numRuns: 1_000 })
})
