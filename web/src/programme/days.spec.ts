import { expect, test } from 'vitest'
import { asDay, dayAfter, dayOf, daysFrom, startOf } from './days.js'

test('a day begins at midnight and ends where the next one begins', () => {
  expect(dayOf(new Date(2031, 4, 4, 0, 0))).toBe('2031-05-04')
  expect(dayOf(new Date(2031, 4, 4, 23, 59, 59))).toBe('2031-05-04')
  expect(startOf('2031-05-04')).toEqual(new Date(2031, 4, 4))
  expect(asDay('2031-05-04')).toBe('2031-05-04')
})

test('days follow each other over months, leap years and changes of the clock', () => {
  expect(daysFrom('2032-02-28', 3)).toEqual(['2032-02-28', '2032-02-29', '2032-03-01'])
  expect(daysFrom('2031-03-29', 3)).toEqual(['2031-03-29', '2031-03-30', '2031-03-31'])
  expect(dayAfter('2031-12-31')).toBe('2032-01-01')
})

test.each(['2031-02-30', '2031-2-3', 'tomorrow', '', '2031-05-04T10:00'])('%s is no day', (text) => {
  expect(asDay(text)).toBeNull()
})
