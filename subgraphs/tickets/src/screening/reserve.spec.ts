import { describe, expect, test } from 'vitest'
import { ask, given, house, later, lock, room, seatMap, when } from '../testing/scene.js'

const locked = given(house(room(3)), lock('o1', ['A1', 'A2']))

describe('reserving', () => {
  test('seats that are locked are the order\'s for good', () => {
    const { events, scene } = when(later(locked, 179), ask('RESERVE', 'o1', 'r1'))
    expect(events).toMatchObject([
      { type: 'seats.reserved', payload: { status: 'RESERVED', lockedUntil: null, requestId: 'r1', answeredRequestIds: ['r1'] } },
    ])
    expect(seatMap(later(scene, 9999))).toMatchObject({ A1: 'RESERVED', A2: 'RESERVED', A3: 'AVAILABLE' })
  })

  test('at lockedUntil it is too late, even if the seats are still free', () => {
    const { events, answers } = when(later(locked, 180), ask('RESERVE', 'o1', 'r1'))
    expect(events).toMatchObject([{ type: 'seats.released', payload: { reason: 'EXPIRED', buyerId: 'buyer-of-o1' } }])
    expect(answers).toMatchObject([
      { type: 'reservation.refused', payload: { status: 'NONE', requestId: 'r1', refusal: { code: 'LOCK_EXPIRED' }, sequence: 3 } },
    ])
  })

  test('a RESERVED order is given again', () => {
    const reserved = given(locked, ask('RESERVE', 'o1', 'r1'))
    const { batch, answers } = when(reserved, ask('RESERVE', 'o1', 'r2'))
    expect(answers).toMatchObject([{ type: 'seats.reserved', payload: { requestId: 'r2', answeredRequestIds: ['r1'] } }])
    expect(batch.screening).toBe(reserved.screening)
  })
})
