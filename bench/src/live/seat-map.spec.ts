import { expect, test } from 'vitest'
import { createSeatMap } from './seat-map.js'

const at = (second: number) => new Date(`2031-05-04T12:00:0${second}.000Z`)

test('who has nothing, or more than there is, gets every ticket', () => {
  const map = createSeatMap('s', 3)
  map.change(at(1))

  expect(map.since(null)).toMatchObject({ version: 1, full: true, tickets: { length: 3 } })
  expect(map.since(2)).toMatchObject({ version: 1, full: true, tickets: { length: 3 } })
})

test('who has a version gets what changed since', () => {
  const map = createSeatMap('s', 3)
  const changes = [1, 2, 3].map((second) => map.change(at(second)))

  expect(map.since(1)).toEqual({ screening: { id: 's' }, version: 3, full: false, tickets: changes.slice(1) })
  expect(map.since(3)).toMatchObject({ full: false, tickets: [] })
})

test('the tickets change in turn, each from free to locked and back', () => {
  const map = createSeatMap('s', 2)
  const changes = [1, 2, 3, 4].map((second) => map.change(at(second)))

  expect(new Set(changes.map(({ id }) => id)).size).toBe(2)
  expect(changes.map(({ status }) => status)).toEqual(['LOCKED', 'LOCKED', 'AVAILABLE', 'AVAILABLE'])
  expect(changes[2]).toMatchObject({ version: 3, lockedUntil: at(3) })
})
