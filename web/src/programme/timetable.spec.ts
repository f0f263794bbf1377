import { describe, expect, it, test } from 'vitest'
import type { Screening } from './questions.js'
import { byDay, fullnessOf, linesOf, marksTaken } from './timetable.js'

function screening(title: string, startsAt: Date, room = 'Studio'): Screening {
  return {
    id: `${title} ${startsAt.toISOString()} ${room}`, startsAt: startsAt.toISOString(), status: 'ON_SALE', lockSeconds: 180, maxTicketsPerOrder: 10,
    avoidSingleSeats: false, version: 1, availableCount: 40, ticketCount: 46, prices: [],
    movie: { id: title, title, synopsis: '', runtimeMinutes: 90, rating: null, genres: [] },
    auditorium: { id: room, name: room },
  }
}

test('a line for each film, in the order in which they begin', () => {
  const late = new Date(2031, 4, 4, 21)
  const early = new Date(2031, 4, 4, 15)
  const lines = linesOf([screening('Detour', late), screening('Charade', early), screening('Detour', early, 'Balcony'), screening('Charade', late)])

  expect(lines.map(({ movie, showings }) => [movie.title, showings.map(({ auditorium, startsAt }) => `${new Date(startsAt).getHours()} ${auditorium.name}`)])).toEqual([
    ['Detour', ['15 Balcony', '21 Studio']],
    ['Charade', ['15 Studio', '21 Studio']],
  ])
})

test('times stand by day', () => {
  const days = byDay([screening('Detour', new Date(2031, 4, 5, 0, 15)), screening('Detour', new Date(2031, 4, 4, 23, 45))])

  expect(days.map(([day, showings]) => [day, showings.length])).toEqual([['2031-05-04', 1], ['2031-05-05', 1]])
})

describe('how full it is', () => {
  it.each([
    ['ON_SALE', 100, 100, 'free'],
    ['ON_SALE', 16, 100, 'free'],
    ['ON_SALE', 15, 100, 'few'],
    ['ON_SALE', 4, 20, 'few'],
    ['ON_SALE', 0, 100, 'soldOut'],
    ['CLOSED', 50, 100, 'begun'],
    ['CANCELLED', 0, 100, 'cancelled'],
  ] as const)('%s with %i of %i is %s', (status, availableCount, ticketCount, fullness) => {
    expect(fullnessOf({ status, availableCount, ticketCount })).toBe(fullness)
  })

  it.each([
    [100, 100, 0],
    [99, 100, 1],
    [50, 100, 5],
    [1, 100, 9],
    [0, 100, 10],
    [0, 0, 10],
  ])('%i free of %i fills %i marks', (availableCount, ticketCount, marks) => {
    expect(marksTaken({ availableCount, ticketCount })).toBe(marks)
  })
})
