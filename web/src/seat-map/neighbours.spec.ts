import { describe, expect, test } from 'vitest'
import { alternatives, bestTogether, leftSingle } from './neighbours.js'
import { planOf } from './plan.js'
import type { PlanSeat } from './plan.js'
import { freeIn, ticket, tickets } from './testing.js'

const labels = (seats: readonly PlanSeat[]) => seats.map(({ label }) => label)

describe('a seat that would be left alone', () => {
  test.each([
    ['A: x123x', ['A2', 'A3'], ['A4'], 'between the choice and a taken one'],
    ['A: 1234x', ['A2'], [], 'not beside a wall'],
    ['A: 12 34', ['A2'], [], 'not beside an aisle'],
    ['A: 12345', ['A2', 'A4'], ['A3'], 'between two of the choice'],
    ['A: x1x23', ['A4'], [], 'not one that was alone before'],
  ])('%s, choosing %s: %s', (row, chosen, single) => {
    const all = tickets([row])
    expect(labels(leftSingle(planOf(all), freeIn(all), new Set(chosen)))).toEqual(single)
  })
})

function offered(rows: readonly string[], lost: readonly string[], chosen: readonly string[]): string[][] {
  const all = tickets(rows)
  const plan = planOf(all)
  const named = (ids: readonly string[]) => ids.map((id) => plan.seats.get(id)).filter((seat) => seat !== undefined)
  return alternatives(plan, freeIn(all), named(lost), named(chosen)).map(labels)
}

describe('alternatives', () => {
  test('for one seat, the two nearest, in its row before others', () => {
    expect(offered(['A: 1234567', 'B: 12x4567', 'C: 1234567'], ['B3'], [])).toEqual([['B2'], ['B4']])
  })

  test('not what is chosen already, and near it', () => {
    expect(offered(['A: 1234567', 'B: 12x4567'], ['B3'], ['B4'])).toEqual([['B2'], ['B5']])
  })

  test('for more, as many together', () => {
    expect(offered(['A: 1234567', 'B: 1xxx567'], ['B3', 'B4'], [])).toEqual([['B5', 'B6']])
  })

  test('none, where there is nothing', () => {
    expect(offered(['A: xxx'], ['A1'], [])).toEqual([])
  })

  test('no place for a wheelchair to who had none', () => {
    const all = [ticket('A', 1, 1, 0, 'AVAILABLE', 'ACCESSIBLE'), ticket('A', 2, 2, 0, 'LOCKED'), ticket('A', 3, 3, 0, 'LOCKED'), ticket('A', 4, 4, 0)]
    const plan = planOf(all)
    const lost = plan.seats.get('A2')
    expect(alternatives(plan, freeIn(all), lost === undefined ? [] : [lost], []).map(labels)).toEqual([['A4']])
  })
})

describe('the best together', () => {
  test('are in the middle, two thirds back', () => {
    const all = tickets(['A: 12345', 'B: 12345', 'C: 12345', 'D: 12345'])
    expect(labels(bestTogether(planOf(all), freeIn(all), 3) ?? [])).toEqual(['C2', 'C3', 'C4'])
  })

  test('are null where no so many are free side by side', () => {
    const all = tickets(['A: 12 34', 'B: 1x34'])
    expect(bestTogether(planOf(all), freeIn(all), 3)).toBeNull()
  })
})
