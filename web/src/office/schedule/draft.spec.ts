import { expect, test } from 'vitest'
import { inputOf, newDraft } from './draft.js'
import type { Draft } from './draft.js'

const now = new Date('2031-05-04T12:00').getTime()
const whole: Draft = {
  ...newDraft,
  film: { id: 'm', title: 'Metropolis', synopsis: '', runtimeMinutes: 153, rating: null, genres: [] },
  room: { id: 'a', name: 'Studio', seatCount: 46, seatKinds: ['STANDARD', 'ACCESSIBLE'] },
  day: '2031-05-04',
  time: '20:15',
  prices: { STANDARD: '9,50', ACCESSIBLE: '0', PREMIUM: 'of another room' },
}

test('a whole draft is what the graph takes, with prices for the kinds of the room alone', () => {
  expect(inputOf(whole, now)).toEqual({
    input: {
      movieId: 'm', auditoriumId: 'a', startsAt: new Date('2031-05-04T20:15').toISOString(), currency: 'EUR',
      prices: [{ kind: 'STANDARD', amount: 950 }, { kind: 'ACCESSIBLE', amount: 0 }], lockSeconds: 180, maxTicketsPerOrder: 10, avoidSingleSeats: false,
    },
  })
})

test('an empty draft lacks all that has no preset', () => {
  expect(inputOf(newDraft, now)).toEqual({ faults: { film: 'film', room: 'room', day: 'day', time: 'time' } })
})

test.each<[string, Partial<Draft>, object]>([
  ['a start that is over', { time: '11:59' }, { time: 'past' }],
  ['a kind without a price', { prices: { STANDARD: '9.50' } }, { 'price-ACCESSIBLE': 'noPrice' }],
  ['a price that is none', { prices: { ...whole.prices, STANDARD: 'nine' } }, { 'price-STANDARD': 'badPrice' }],
  ['less than a minute to book', { lockMinutes: '0.5' }, { lock: 'lock' }],
  ['half a seat', { most: '1.5' }, { most: 'most' }],
  ['no seat at all', { most: '' }, { most: 'most' }],
])('%s is told at its field', (_, change, faults) => {
  expect(inputOf({ ...whole, ...change }, now)).toEqual({ faults })
})
