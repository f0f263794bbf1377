import { describe, expect, test } from 'vitest'
import { ask, given, house, later, lock, room, seatMap, when } from '../testing/scene.js'

describe('rule 1: one order of things per screening', () => {
  test('sequence counts events, version counts writes', () => {
    const { scene, events } = when(house(room(3)), lock('o1', ['A1']), ask('EXTEND', 'o1'), ask('RESERVE', 'o1'), lock('o2', ['A2']))
    expect(events.map(({ type, sequence }) => [type, sequence])).toEqual([
      ['seats.locked', 2], ['seats.lock-extended', 3], ['seats.reserved', 4], ['seats.locked', 5],
    ])
    expect(events.map(({ payload }) => 'sequence' in payload && payload.sequence)).toEqual([2, 3, 4, 5])
    expect(scene.screening.version).toBe(2)
  })

  test('every event about an order carries its whole state at that moment', () => {
    const { events } = when(house(room(3)), lock('o1', ['A1', 'A2']), ask('RESERVE', 'o1', 'r1'), ask('CANCEL', 'o1', 'c1'))
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { status: 'LOCKED', tickets: [{}, {}], answeredRequestIds: [] },
      { status: 'RESERVED', tickets: [{}, {}], lockedUntil: null, answeredRequestIds: ['r1'] },
      { status: 'NONE', tickets: [], buyerId: 'buyer-of-o1', answeredRequestIds: ['r1', 'c1'] },
    ])
  })
})

describe('rule 2: expired orders go first, whole', () => {
  test('B asks for one seat of A\'s expired three: A is released with all three in the same write', () => {
    const before = later(given(house(room(4)), lock('a', ['A1', 'A2', 'A3'])), 180)
    const { events, scene } = when(before, lock('b', ['A2'], { createdAt: before.now.toISOString() }))
    expect(events).toMatchObject([
      { type: 'seats.released', payload: { orderId: 'a', reason: 'EXPIRED' } }, { type: 'seats.locked', payload: { orderId: 'b' } },
    ])
    expect(seatMap(scene)).toEqual({ A1: 'AVAILABLE', A2: 'LOCKED', A3: 'AVAILABLE', A4: 'AVAILABLE' })
    expect(scene.screening.version).toBe(before.screening.version + 1)
  })

  test('commands are decided in the order in which they arrived', () => {
    const { events, answers } = when(house(room(2)), lock('first', ['A1']), lock('second', ['A1', 'A2']))
    expect(events).toMatchObject([{ payload: { orderId: 'first' } }])
    expect(answers).toMatchObject([{ type: 'seats.refused', payload: { orderId: 'second' } }])
  })
})

describe('rule 5: a refusal changes nothing, so it writes nothing', () => {
  test('a batch of refusals leaves the very same screening', () => {
    const before = given(house(room(2)), lock('o1', ['A1']))
    const { batch, answers } = when(before, lock('o2', ['A1']), ask('RESERVE', 'o3'), ask('EXTEND', 'o3'))
    expect(batch.screening).toBe(before.screening)
    expect(answers.map(({ type }) => type)).toEqual(['seats.refused', 'reservation.refused', 'extension.refused'])
  })

  test('it carries the sequence reached at its place in the batch', () => {
    const { answers } = when(house(room(3)), lock('o1', ['A1']), lock('o2', ['A1']), lock('o3', ['A2']), lock('o4', ['A2']))
    expect(answers.map(({ sequence, payload }) => [sequence, 'sequence' in payload && payload.sequence])).toEqual([[2, 2], [3, 3]])
  })
})

describe('rule 3: reads of tickets show what is written', () => {
  test('an overdue lock reads LOCKED until it is released', () => {
    const overdue = later(given(house(room(2)), lock('o1', ['A1'])), 999)
    expect(seatMap(overdue)).toMatchObject({ A1: 'LOCKED' })
    expect(seatMap(when(overdue, { type: 'RELEASE_OVERDUE' }).scene)).toMatchObject({ A1: 'AVAILABLE' })
  })
})
