import { expect, test } from 'vitest'
import { createSeatStore } from './seat-store.js'
import { live, ticket, tickets } from './testing.js'

const room = tickets(['A: 12345', 'B: 12345'])
const locked = (label: string) => ticket(label.slice(0, 1), Number(label.slice(1)), Number(label.slice(1)), label.startsWith('A') ? 0 : 1, 'LOCKED')

function openRoom() {
  const store = createSeatStore()
  store.heard(live(room))
  return store
}

test('only the seat that changed is told, and the plan stays the same', () => {
  const store = openRoom()
  const told: string[] = []
  for (const { id } of room) store.seat(id).subscribe(() => told.push(id))
  const { plan } = store.get()

  store.heard(live(room, [locked('A2')]))

  expect(told).toEqual(['A2'])
  expect(store.seat('A2').get()).toBe('locked')
  expect(store.get().plan).toBe(plan)
})

test('a seat is chosen and given back', () => {
  const store = openRoom()
  store.toggle('A2', 4)
  expect(store.seat('A2').get()).toBe('chosen')
  store.toggle('A2', 4)
  expect(store.seat('A2').get()).toBe('free')
  expect(store.get().chosen).toEqual([])
})

test('no more than one order may have', () => {
  const store = openRoom()
  for (const id of ['A1', 'A2', 'A3']) store.toggle(id, 2)
  expect(store.get().chosen.map(({ id }) => id)).toEqual(['A1', 'A2'])
  expect(store.get().remark).toEqual({ kind: 'full', most: 2 })
})

test('what somebody else took is dropped and told, with what is free nearby', () => {
  const store = openRoom()
  store.choose(['A2', 'A3'])
  store.heard(live(room, [locked('A3')]))

  const { chosen, remark } = store.get()
  expect(chosen.map(({ id }) => id)).toEqual(['A2'])
  expect(remark).toMatchObject({ kind: 'lost', seats: [{ id: 'A3' }], options: [[{ id: 'A1' }], [{ id: 'A4' }]] })
})

test('an offer that is gone too is made anew', () => {
  const store = openRoom()
  store.choose(['A2', 'A3'])
  store.heard(live(room, [locked('A3')]))
  store.heard(live(room, [locked('A3'), locked('A4')]))
  expect(store.get().remark).toMatchObject({ kind: 'lost', options: [[{ id: 'A1' }], [{ id: 'B2' }]] })
})

test('who wants a seat that somebody has is told what is free nearby, until it is free itself', () => {
  const store = openRoom()
  store.heard(live(room, [locked('A3')]))
  store.toggle('A3', 4)
  expect(store.get()).toMatchObject({ chosen: [], remark: { kind: 'taken', seats: [{ id: 'A3' }], state: 'locked', options: [[{ id: 'A2' }], [{ id: 'A4' }]] } })

  store.heard(live(room, [locked('A3'), locked('A4')]))
  expect(store.get().remark).toMatchObject({ kind: 'taken', options: [[{ id: 'A2' }], [{ id: 'B3' }]] })
  store.heard(live(room))
  expect(store.get().remark).toBeNull()
})

test('others changes say nothing to me', () => {
  const store = openRoom()
  store.choose(['A2'])
  store.heard(live(room, [locked('B5')]))
  expect(store.get().remark).toBeNull()
})

test('my own lock is not somebody’s, though the map tells it before the answer', () => {
  const store = openRoom()
  store.choose(['A2'])
  store.asking(true)
  store.heard(live(room, [locked('A2')]))
  expect(store.seat('A2').get()).toBe('chosen')

  store.ordered(new Set(['A2']))
  store.asking(false)

  expect(store.seat('A2').get()).toBe('held')
  expect(store.get()).toMatchObject({ chosen: [], remark: null })
})

test('a lock that came while mine was refused is somebody’s', () => {
  const store = openRoom()
  store.choose(['A2'])
  store.asking(true)
  store.heard(live(room, [locked('A2')]))
  store.asking(false)
  expect(store.get().remark).toMatchObject({ kind: 'lost', seats: [{ id: 'A2' }] })
})

const blocked = (label: string) => ticket(label.slice(0, 1), Number(label.slice(1)), Number(label.slice(1)), 0, 'BLOCKED')

test('the office also chooses what is blocked, and nobody else does', () => {
  const [office, buyers] = [createSeatStore('office'), openRoom()]
  for (const store of [office, buyers]) {
    store.heard(live(room, [blocked('A2')]))
    store.toggle('A2', 4)
    store.toggle('A3', 4)
  }
  expect(office.get().chosen.map(({ id }) => id)).toEqual(['A2', 'A3'])
  expect(office.isFree('A2')).toBe(false)
  expect(buyers.get()).toMatchObject({ chosen: [{ id: 'A3' }] })
  expect([office.isOpen('blocked'), buyers.isOpen('blocked'), office.isOpen('locked')]).toEqual([true, false, false])
})

test('what the office chose stays chosen when it is blocked, and is dropped when a visitor takes it', () => {
  const store = createSeatStore('office')
  store.heard(live(room))
  store.choose(['A2', 'B3'])
  store.heard(live(room, [blocked('A2')]))
  expect(store.seat('A2').get()).toBe('chosen')
  store.heard(live(room, [blocked('A2'), locked('B3')]))
  expect(store.get()).toMatchObject({ chosen: [{ id: 'A2' }], remark: { kind: 'lost', seats: [{ id: 'B3' }] } })
})
