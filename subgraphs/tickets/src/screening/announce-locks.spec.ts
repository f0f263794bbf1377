import { describe, expect, test } from 'vitest'
import { ask, given, house, later, lock, room, seatMap, when } from '../testing/scene.js'

const locked = given(house(room(3)), lock('o1', ['A1', 'A2']))

describe('a deadline that passes', () => {
  test('releases the order whole', () => {
    const { events, scene } = when(later(locked, 180), { type: 'EXPIRE', orderId: 'o1' })
    expect(events).toMatchObject([{ type: 'seats.released', payload: { reason: 'EXPIRED', requestId: null } }])
    expect(seatMap(scene)).toMatchObject({ A1: 'AVAILABLE', A2: 'AVAILABLE' })
  })

  test('rule 4: an early lock.expired is answered by announcing the deadline again, with the remainingMs', () => {
    const { answers, batch } = when(later(locked, 178), { type: 'EXPIRE', orderId: 'o1' })
    expect(answers).toMatchObject([{ type: 'seats.locked', payload: { remainingMs: 2_000, sequence: 2 } }])
    expect(batch.screening).toBe(locked.screening)
  })

  test('says nothing of an order that is reserved or gone', () => {
    expect(when(given(locked, ask('RESERVE', 'o1')), { type: 'EXPIRE', orderId: 'o1' })).toMatchObject({ events: [], answers: [] })
    expect(when(given(locked, ask('CANCEL', 'o1')), { type: 'EXPIRE', orderId: 'o1' })).toMatchObject({ events: [], answers: [] })
  })

  test('rule 21: every open lock is announced again to whoever has lost count', () => {
    const scene = given(locked, lock('o2', ['A3']), ask('RESERVE', 'o1'))
    expect(when(scene, { type: 'ANNOUNCE_LOCKS' })).toMatchObject({ events: [], answers: [{ type: 'seats.locked', payload: { orderId: 'o2' } }] })
  })
})
