import { expect, test } from 'vitest'
import { auditoriums } from './auditoriums.js'
import { films } from './films.js'
import { programmeFrom, programmeOf } from './programme.js'

const now = new Date('2031-05-04T12:00:00.000Z')
const runtimes = new Map(films.map(({ title, runtimeMinutes }) => [title, runtimeMinutes]))

test('no screening begins before the one before it in that room has ended', () => {
  for (const { name } of auditoriums) {
    const slots = programmeFrom(now).filter(({ auditorium }) => auditorium === name)
    for (const [index, slot] of slots.entries()) {
      const before = slots[index - 1]
      if (before === undefined) continue
      const end = before.startsAt.getTime() + (runtimes.get(before.film) ?? 0) * 60_000
      expect(slot.startsAt.getTime()).toBeGreaterThan(end)
    }
  }
})

test('each room shows several films a day, and every film is shown within the two weeks', () => {
  const programme = programmeFrom(now)

  expect(new Set(programme.map(({ film }) => film))).toEqual(new Set(films.map(({ title }) => title)))
  for (const { name } of auditoriums) {
    expect(programmeOf(20_000).filter(({ auditorium }) => auditorium === name).length).toBeGreaterThanOrEqual(3)
  }
})

test('the next day the programme is the same but for one day that ended and one that was added', () => {
  const today = keys(now)
  const tomorrow = keys(new Date(now.getTime() + 24 * 60 * 60_000))

  const shared = [...today].filter((key) => tomorrow.has(key))
  expect(shared.length).toBeGreaterThan(today.size * 0.9)
  expect(tomorrow.size - shared.length).toBe(programmeOf(Math.floor(now.getTime() / 86_400_000) + 15).length)
})

test('what has begun is not planned any more', () => {
  const evening = new Date('2031-05-04T20:00:00.000Z')

  expect(programmeFrom(evening).every(({ startsAt }) => startsAt > evening)).toBe(true)
})

test('one screening a day avoids single seats and one has a short lock', () => {
  const today = programmeOf(20_000)

  expect(today.filter(({ avoidSingleSeats }) => avoidSingleSeats)).toHaveLength(1)
  expect(today.filter(({ lockSeconds }) => lockSeconds < 60)).toHaveLength(1)
})

function keys(from: Date): Set<string> {
  return new Set(programmeFrom(from).map((slot) => JSON.stringify(slot)))
}
