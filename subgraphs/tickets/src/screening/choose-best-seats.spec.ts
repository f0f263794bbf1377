import { describe, expect, test } from 'vitest'
import { given, house, lock, lockBest, room, seat, seatMap, when } from '../testing/scene.js'
import type { Scene } from './order-state.js'
import type { SeatKind } from './seating-plan.js'

function best(scene: Scene, count: number, kind: SeatKind | null = null): string[] {
  const after = seatMap(when(scene, lockBest('best', count, kind)).scene)
  const before = seatMap(scene)
  return Object.keys(after).filter((label) => after[label] !== before[label])
}

describe('the best seats', () => {
  test('are near the middle of the width and two thirds back', () => {
    expect(best(house(room(7, 7, 7, 7)), 1)).toEqual(['C4'])
    expect(best(house(room(7, 7, 7, 7)), 3)).toEqual(['C3', 'C4', 'C5'])
  })

  test('are together: never across an aisle, never in two rows', () => {
    const scene = house(room('SS.SSS', 'SS.SS'))
    expect(best(scene, 3)).toEqual(['A4', 'A5', 'A6'])
    expect(when(scene, lockBest('o1', 4)).answers).toMatchObject([{ payload: { refusal: { code: 'SEATS_UNAVAILABLE', ticketIds: [] } } }])
  })

  test('neighbours differ by 1 in x, whatever their numbers say', () => {
    const odd = [seat('A', 1, { x: 3 }), seat('A', 3, { x: 4 }), seat('A', 2, { x: 9 })]
    expect(best(house(odd), 2)).toEqual(['A1', 'A3'])
  })

  test('are free', () => {
    const scene = given(house(room(5)), lock('o1', ['A3']))
    expect(best(scene, 2)).toEqual(['A1', 'A2'])
  })

  test('are of the kind that was asked for', () => {
    expect(best(house(room('PSSSP', 'PPSPP')), 2, 'PREMIUM')).toEqual(['B1', 'B2'])
  })

  test('of no kind in particular are accessible and companion seats last', () => {
    expect(best(house(room('SSAACSS')), 2)).toEqual(['A1', 'A2'])
    expect(best(house(room('SACS')), 2)).not.toEqual([])
    expect(best(house(room('SSAACSS')), 2, 'ACCESSIBLE')).toEqual(['A3', 'A4'])
  })

  test('leave no single seat where the screening avoids that and it can be helped', () => {
    // Between A1 and A6: A3 and A4 are the nearest to the middle, but leave A2 or A5 alone.
    const taken = [lock('o1', ['A1']), lock('o2', ['A6'])]
    expect(best(given(house(room(6)), ...taken), 2)).toEqual(['A3', 'A4'])
    expect(best(given(house(room(6), { avoidSingleSeats: true }), ...taken), 2)).toEqual(['A2', 'A3'])
    expect(best(given(house(room(5), { avoidSingleSeats: true }), lock('o1', ['A1']), lock('o2', ['A5'])), 2)).toEqual(['A2', 'A3'])
  })
})
