import { expect, test } from 'vitest'
import { amountOf, textOf } from './amount.js'

test.each([
  ['12.50', 'EUR', 1250],
  ['12,5', 'EUR', 1250],
  [' 0 ', 'EUR', 0],
  ['1500', 'JPY', 1500],
  ['1.250', 'KWD', 1250],
])('%j is an amount of %s', (text, currency, amount) => {
  expect(amountOf(text, currency)).toEqual({ amount })
})

test.each([
  ['', 'EUR', 'noPrice'],
  ['free', 'EUR', 'badPrice'],
  ['-1', 'EUR', 'badPrice'],
  ['12.505', 'EUR', 'badPrice'],
  ['1500.5', 'JPY', 'badPrice'],
  ['1,000.00', 'EUR', 'badPrice'],
  ['400000.01', 'EUR', 'highPrice'],
])('%j is none of %s', (text, currency, fault) => {
  expect(amountOf(text, currency)).toEqual({ fault })
})

test('what is written into a field is read as the same amount', () => {
  expect(textOf(1250, 'EUR')).toBe('12.50')
  expect(amountOf(textOf(905, 'EUR'), 'EUR')).toEqual({ amount: 905 })
  expect(amountOf(textOf(1500, 'JPY'), 'JPY')).toEqual({ amount: 1500 })
})
