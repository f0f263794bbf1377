import { Kind } from 'graphql'
import { describe, expect, it } from 'vitest'
import { dateTimeScalar } from './date-time-scalar.js'

describe('DateTime', () => {
  it.each([
    ['2030-05-17T20:15:00.000Z', '2030-05-17T20:15:00.000Z'],
    ['2030-05-17T20:15:00+02:00', '2030-05-17T18:15:00.000Z'],
    ['2028-02-29T00:00:00.5Z', '2028-02-29T00:00:00.500Z'],
  ])('reads %s and writes %s', (given, written) => {
    expect(dateTimeScalar.serialize(dateTimeScalar.parseValue(given))).toBe(written)
    expect(dateTimeScalar.parseLiteral({ kind: Kind.STRING, value: given })).toEqual(new Date(written))
  })

  it.each(['', 'tomorrow', '2030-05-17', '2030-05-17T20:15:00', '2030-02-30T00:00:00Z', '2030-13-01T00:00:00Z', 1_900_000_000, null, {}])(
    'refuses %j',
    (given) => {
      expect(() => dateTimeScalar.parseValue(given)).toThrow('RFC 3339')
    },
  )
})
