import { describe, expect, test } from 'vitest'
import { ask, given, house, later, lock, room, seatMap, when } from '../testing/scene.js'
import { changesSince, ticketState } from './ticket.js'

const block = (...labels: string[]) => ({ type: 'BLOCK', labels, reason: 'broken' }) as const
const unblock = (...labels: string[]) => ({ type: 'UNBLOCK', labels }) as const

describe('blocking seats', () => {
  test('takes them from sale and gives them back', () => {
    const blocked = given(house(room(3)), block('A1', 'A2'))
    expect(seatMap(blocked)).toEqual({ A1: 'BLOCKED', A2: 'BLOCKED', A3: 'AVAILABLE' })
    expect(seatMap(given(blocked, unblock('A1')))).toEqual({ A1: 'AVAILABLE', A2: 'BLOCKED', A3: 'AVAILABLE' })
  })

  test('is all or nothing: reserved seats and live locks are taken from nobody', () => {
    const before = given(house(room(4)), lock('o1', ['A1']), lock('o2', ['A2']), ask('RESERVE', 'o2'))
    const { batch, outcomes } = when(before, block('A1', 'A2', 'A3'))
    expect(batch.screening).toBe(before.screening)
    expect(outcomes).toEqual([{ type: 'NOT_FREE', taken: new Map([['A1', 'LOCKED'], ['A2', 'RESERVED']]) }])
  })

  test('an overdue lock is no live lock', () => {
    const before = later(given(house(room(2)), lock('o1', ['A1', 'A2'])), 180)
    const { scene, events } = when(before, block('A1'))
    expect(events).toMatchObject([{ type: 'seats.released', payload: { orderId: 'o1' } }])
    expect(seatMap(scene)).toEqual({ A1: 'BLOCKED', A2: 'AVAILABLE' })
  })

  test('asked for twice changes nothing the second time', () => {
    const blocked = given(house(room(2)), block('A1'))
    expect(when(blocked, block('A1')).batch.screening).toBe(blocked.screening)
    const open = given(blocked, unblock('A1'))
    expect(when(open, unblock('A1')).batch.screening).toBe(open.screening)
  })
})

describe('cancelling a screening', () => {
  const before = given(house(room(4)), lock('o1', ['A1']), lock('o2', ['A2']), ask('RESERVE', 'o2'), block('A3'))
  const { scene, events } = when(before, { type: 'CANCEL_SCREENING' })

  test('releases every order, locked or reserved, and says so', () => {
    expect(events).toMatchObject([
      { type: 'seats.released', payload: { orderId: 'o1', reason: 'SCREENING_CANCELLED' } },
      { type: 'seats.released', payload: { orderId: 'o2', reason: 'SCREENING_CANCELLED' } },
      { type: 'screening.cancelled' },
    ])
  })

  test('leaves every ticket BLOCKED', () => {
    expect(seatMap(scene)).toEqual({ A1: 'BLOCKED', A2: 'BLOCKED', A3: 'BLOCKED', A4: 'BLOCKED' })
  })

  test('rule 9: changes seats that have no entries, so that who is behind gets everything', () => {
    expect(changesSince(scene.screening, scene.plan, before.screening.version).full).toBe(true)
    expect(changesSince(scene.screening, scene.plan, scene.screening.version)).toEqual({ full: false, seats: [] })
    const untouched = scene.plan.byLabel.get('A4')
    expect(untouched && ticketState(scene.screening, untouched).version).toBe(scene.screening.version)
  })

  test('twice is once', () => {
    expect(when(scene, { type: 'CANCEL_SCREENING' }).batch.screening).toBe(scene.screening)
  })

  test('nothing can be blocked there any more', () => {
    expect(when(scene, block('A1'), unblock('A1')).outcomes).toEqual([{ type: 'CANCELLED_SCREENING' }, { type: 'CANCELLED_SCREENING' }])
  })
})

describe('rule 9: what changed since N', () => {
  const scene = given(house(room(4)), lock('o1', ['A3', 'A1']), lock('o2', ['A2']), ask('CANCEL', 'o1'))
  const since = (version: number | null) => {
    const { full, seats } = changesSince(scene.screening, scene.plan, version)
    return full ? 'full' : seats.map((seat) => seat.label)
  }

  test('is told from the document, in plan order; a seat that was let go is still told', () => {
    expect([since(0), since(1), since(2), since(3), since(4)]).toEqual([['A1', 'A2', 'A3'], ['A1', 'A2', 'A3'], ['A1', 'A2', 'A3'], ['A1', 'A3'], []])
    expect(scene.screening.holds.get('A1')).toEqual({ version: 4 })
  })

  test('can not be told below 0, above the current version, or without a version', () => {
    expect([since(-1), since(5), since(null)]).toEqual(['full', 'full', 'full'])
  })

  test('untouched seats are at 0', () => {
    const untouched = scene.plan.byLabel.get('A4')
    expect(untouched && ticketState(scene.screening, untouched)).toMatchObject({ version: 0, status: 'AVAILABLE', order: null })
  })
})
