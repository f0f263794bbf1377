import { describe, expect, test } from 'vitest'
import { SCREENING, ask, given, house, later, lock, room, when } from '../testing/scene.js'
import type { Command, CommandOf } from './command.js'

const { type: _, ...created } = lock('o1', ['A1'])
const scene = house(room(3))
const locked = given(scene, lock('o1', ['A1']))

function outcome(more: Partial<CommandOf<'ANSWER_OUTCOME'>>): Command {
  return { type: 'ANSWER_OUTCOME', orderId: 'o1', screeningId: SCREENING, buyerId: 'buyer-of-o1', created: null, requests: [], ...more }
}

describe('rule 13: an outcome that orders asks for', () => {
  test('of a PENDING order is its order.created sent again', () => {
    expect(when(scene, outcome({ created })).events).toMatchObject([{ type: 'seats.locked' }])
    expect(when(locked, outcome({ created }))).toMatchObject({ events: [], answers: [{ type: 'seats.locked' }] })
    expect(when(later(scene, 301), outcome({ created })).answers).toMatchObject([
      { type: 'seats.refused', payload: { refusal: { code: 'LOCK_EXPIRED' } } },
    ])
  })

  test('of an order that should hold seats and does not is "no longer held", and locks nothing anew', () => {
    for (const requests of [[], [{ requestId: 'r1', kind: 'RESERVE' as const }]]) {
      expect(when(scene, outcome({ requests }))).toMatchObject({ events: [], answers: [{ type: 'seats.refused', payload: { status: 'NONE' } }] })
    }
  })

  test('of a request is that request sent again', () => {
    const reserve = outcome({ requests: [{ requestId: 'r1', kind: 'RESERVE' }] })
    expect(when(locked, reserve).events).toMatchObject([{ type: 'seats.reserved', payload: { requestId: 'r1' } }])
    expect(when(given(locked, ask('RESERVE', 'o1', 'r1')), reserve)).toMatchObject({
      events: [], answers: [{ type: 'seats.reserved', payload: { requestId: 'r1' } }],
    })
    const cancel = outcome({ requests: [{ requestId: 'c1', kind: 'CANCEL' }] })
    expect(when(scene, cancel).answers).toMatchObject([{ type: 'seats.released', payload: { reason: 'NOT_HELD', requestId: 'c1' } }])
  })

  test('of several requests is all of them, in order', () => {
    const requests = [{ requestId: 'e1', kind: 'EXTEND' as const }, { requestId: 'c1', kind: 'CANCEL' as const }]
    expect(when(locked, outcome({ requests })).events).toMatchObject([{ type: 'seats.lock-extended' }, { type: 'seats.released' }])
    expect(when(scene, outcome({ created, requests })).events).toMatchObject([
      { type: 'seats.locked', sequence: 2 }, { type: 'seats.lock-extended', sequence: 3 }, { type: 'seats.released', sequence: 4 },
    ])
  })

  test('of a lock that is still open is the lock; of one that has passed its release', () => {
    expect(when(locked, outcome({})).answers).toMatchObject([{ type: 'seats.locked' }])
    expect(when(later(locked, 200), outcome({}))).toMatchObject({
      events: [{ type: 'seats.released', payload: { reason: 'EXPIRED' } }],
      answers: [{ type: 'seats.refused' }],
    })
  })
})
