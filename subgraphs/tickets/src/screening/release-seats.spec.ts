import { describe, expect, test } from 'vitest'
import { ask, given, house, lock, room, seatMap, when } from '../testing/scene.js'

const locked = given(house(room(3)), lock('o1', ['A1', 'A2']))

describe('cancelling', () => {
  test('frees all seats at once, locked or reserved', () => {
    for (const before of [locked, given(locked, ask('RESERVE', 'o1'))]) {
      const { events, scene } = when(before, ask('CANCEL', 'o1', 'c1'))
      expect(events).toMatchObject([{ type: 'seats.released', payload: { status: 'NONE', reason: 'CANCELLED', requestId: 'c1' } }])
      expect(seatMap(scene)).toEqual({ A1: 'AVAILABLE', A2: 'AVAILABLE', A3: 'AVAILABLE' })
    }
  })

  test('rule 7: RESERVED orders can be cancelled until startsAt', () => {
    const reserved = given(locked, ask('RESERVE', 'o1'))
    const started = { ...reserved, now: reserved.screening.terms.startsAt }
    const { batch, answers } = when(started, ask('CANCEL', 'o1', 'c1'))
    expect(answers).toMatchObject([{ type: 'seats.reserved', payload: { requestId: 'c1', status: 'RESERVED' } }])
    expect(batch.screening).toBe(started.screening)
  })

  test('rule 8: seats.released is also the answer for an order that tickets does not know', () => {
    const { answers, batch } = when(locked, ask('CANCEL', 'unknown', 'c1'))
    expect(answers).toMatchObject([
      { type: 'seats.released', payload: { buyerId: null, status: 'NONE', reason: 'NOT_HELD', requestId: 'c1', sequence: 2 } },
    ])
    expect(batch.screening).toBe(locked.screening)
  })

  test('a late cancellation of an old order frees no seat of a newer one', () => {
    const taken = given(locked, ask('CANCEL', 'o1'), lock('o2', ['A1']))
    expect(seatMap(when(taken, ask('CANCEL', 'o1')).scene)).toMatchObject({ A1: 'LOCKED' })
  })
})
