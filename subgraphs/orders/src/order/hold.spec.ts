import { describe, expect, test } from 'vitest'
import { livedOrder } from '../testing/lived-order.js'
import { after, T0 } from '../testing/tickets-said.js'
import { holdOf } from './hold.js'

describe('a hold', () => {
  test('begins when tickets locked the seats, and has no end while they are held', () => {
    const locked = livedOrder({}, ['seats.locked', 20])
    expect(holdOf(locked)).toEqual({ from: after(20), reservedAt: null, to: null, status: 'LOCKED', ending: null })
  })

  test('goes on when the lock is extended, and when the seats are reserved', () => {
    const until = { lockedUntil: after(300_000).toISOString() }
    const reserved = livedOrder({}, ['seats.locked', 20], ['seats.lock-extended', 100_000, until], ['seats.reserved', 120_000])
    expect(holdOf(reserved)).toEqual({ from: after(20), reservedAt: after(120_000), to: null, status: 'RESERVED', ending: null })
  })

  test('ends when tickets let go', () => {
    const cancelled = livedOrder({}, ['seats.locked', 20], ['seats.reserved', 60], ['seats.released', 90, { reason: 'CANCELLED' }])
    expect(holdOf(cancelled)).toEqual({ from: after(20), reservedAt: after(60), to: after(90), status: 'CANCELLED', ending: 'GIVEN_UP' })
    expect(holdOf(livedOrder({}, ['seats.locked', 20], ['seats.released', 180_070]))).toMatchObject({ to: after(180_070), status: 'EXPIRED', ending: 'TIME_UP' })
    const noShow = livedOrder({}, ['seats.locked', 20], ['seats.reserved', 60], ['seats.released', 90, { reason: 'SCREENING_CANCELLED' }])
    expect(holdOf(noShow)).toMatchObject({ to: after(90), status: 'CANCELLED', ending: 'SCREENING_CANCELLED' })
  })

  test('of which only the reservation was heard begins with that', () => {
    expect(holdOf(livedOrder({}, ['seats.reserved', 60]))).toMatchObject({ from: after(60), reservedAt: after(60) })
  })

  test('of which the end was not heard ends with the lock, not when tickets was asked', () => {
    const lost = livedOrder({}, ['seats.locked', 20], ['seats.refused', 900_000])
    expect(holdOf(lost)).toMatchObject({ to: after(180_000), status: 'EXPIRED', ending: 'LOST' })
    const lostEarly = livedOrder({}, ['seats.locked', 20], ['seats.refused', 40])
    expect(holdOf(lostEarly)).toMatchObject({ to: after(40), status: 'EXPIRED' })
  })

  test('is none where no seat was ever held', () => {
    for (const order of [livedOrder({}), livedOrder({}, ['seats.refused', 20]), livedOrder({}, ['seats.released', 20, { reason: 'CANCELLED' }])]) {
      expect(holdOf(order)).toBeNull()
    }
  })

  test('that is heard of late, or again, begins when it began', () => {
    const firstLockedAt = after(20)
    expect(holdOf(livedOrder({}, ['seats.locked', 9_000, { firstLockedAt }]))).toMatchObject({ from: after(20) })
  })
  test('of seats that were lost and locked anew begins anew', () => {
    const again = { firstLockedAt: after(200_000), lockedUntil: after(380_000).toISOString() }
    expect(holdOf(livedOrder({}, ['seats.locked', 20], ['seats.locked', 200_000, again]))).toMatchObject({ from: after(200_000), to: null })
  })
})

describe('a history', () => {
  test('has the times of tickets, which may be long before they are heard of', () => {
    const { history } = livedOrder({}, ['seats.locked', 20], ['seats.reserved', 60])
    expect(history.map(({ at }) => at)).toEqual([T0, after(20), after(60)])
  })

  test('never goes back, where clocks differ a little', () => {
    const { history } = livedOrder({ createdAt: after(10) }, ['seats.locked', 4], ['seats.reserved', 60])
    expect(history.map(({ at }) => at)).toEqual([after(10), after(10), after(60)])
  })
})
