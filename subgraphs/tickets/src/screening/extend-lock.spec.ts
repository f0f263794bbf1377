import { describe, expect, test } from 'vitest'
import { NOON, ask, given, house, later, lock, room, when } from '../testing/scene.js'

const locked = given(house(room(3)), lock('o1', ['A1', 'A2']))

describe('extending', () => {
  test('lasts until now + lockSeconds, and every seat says so', () => {
    const { events, scene } = when(later(locked, 100), ask('EXTEND', 'o1', 'e1'))
    expect(events).toMatchObject([
      { type: 'seats.lock-extended', payload: { lockedUntil: '2030-05-17T12:04:40.000Z', requestId: 'e1', firstLockedAt: NOON.toISOString() } },
    ])
    expect(scene.screening.holds.get('A2')).toMatchObject({ version: 3, lockedUntil: new Date('2030-05-17T12:04:40.000Z') })
  })

  test('at most 10 x lockSeconds from the first lock; then EXTENSION_LIMIT, which leaves the order as it is', () => {
    let scene = locked
    for (let round = 0; round < 10; round++) scene = given(later(scene, 170), ask('EXTEND', 'o1', `e${round}`))
    expect(scene.screening.bookings.get('o1')).toMatchObject({ lockedUntil: new Date(NOON.getTime() + 1_800_000) })
    const { answers, batch } = when(scene, ask('EXTEND', 'o1', 'once more'))
    expect(answers).toMatchObject([
      { type: 'extension.refused', payload: { status: 'LOCKED', requestId: 'once more', refusal: { code: 'EXTENSION_LIMIT' } } },
    ])
    expect(batch.screening).toBe(scene.screening)
  })

  test('a lock never gets shorter, even where this clock is behind', () => {
    const { scene } = when(later(locked, -60), ask('EXTEND', 'o1'))
    expect(scene.screening.bookings.get('o1')).toMatchObject({ lockedUntil: new Date('2030-05-17T12:03:00.000Z') })
  })

  test('a reserved order is ALREADY_SETTLED, one that holds nothing LOCK_EXPIRED', () => {
    const reserved = given(locked, ask('RESERVE', 'o1'))
    expect(when(reserved, ask('EXTEND', 'o1')).answers).toMatchObject([{ payload: { refusal: { code: 'ALREADY_SETTLED' } } }])
    expect(when(locked, ask('EXTEND', 'unknown')).answers).toMatchObject([{ payload: { refusal: { code: 'LOCK_EXPIRED' } } }])
  })

  test('rule 14: an extension delivered twice extends once, and is answered with the state', () => {
    const extended = given(later(locked, 60), ask('EXTEND', 'o1', 'e1'))
    const again = when(later(extended, 60), ask('EXTEND', 'o1', 'e1'))
    expect(again.answers).toMatchObject([
      { type: 'seats.lock-extended', payload: { requestId: 'e1', remainingMs: 120_000, answeredRequestIds: ['e1'] } },
    ])
    expect(again.batch.screening).toBe(extended.screening)
    const reserved = given(extended, ask('RESERVE', 'o1', 'r1'))
    expect(when(reserved, ask('EXTEND', 'o1', 'e1')).answers).toMatchObject([{ type: 'seats.reserved', payload: { requestId: 'e1' } }])
  })

  test('rule 14: the last 8 requests are remembered', () => {
    let scene = locked
    for (let round = 0; round < 9; round++) scene = given(scene, ask('EXTEND', 'o1', `e${round}`))
    expect(scene.screening.bookings.get('o1')?.requestIds).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8'])
  })
})
