import { parse, print, validate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { compiled, rooms } from './testing/a-live-schema.js'

const printed = (text: string) => print(parse(text))

describe('a subscription becomes a query', () => {
  test('of the same selection, that asks for what is new since', () => {
    const { query, responseKey, field } = compiled('subscription Watch($r: ID!, $v: Int) { roomChanged(id: $r, afterVersion: $v) { seats { id } } }')
    expect(query).toBe(printed(`
      query Watch($r: ID!, $live_after: Int) {
        roomChanged: room(id: $r, afterVersion: $live_after) { seats { id } live_version: version live_full: full }
      }`))
    expect(responseKey).toBe('roomChanged')
    expect(field).toEqual({ name: 'roomChanged', channel: 'room:{id}', query: 'room', takesAfterVersion: true, saysFull: true })
  })

  test('or one that asks for all of it, where that takes no `afterVersion`', () => {
    const { query, field } = compiled('subscription { doorChanged(house: 1) { open } }')
    expect(query).toBe(printed('query { doorChanged: door(house: 1) { open live_version: version } }'))
    expect(field).toMatchObject({ takesAfterVersion: false, saysFull: false })
  })

  test('answered under the alias that was chosen, with those of other fields', () => {
    const { query, responseKey } = compiled('subscription { it: roomChanged(id: 1) { places: seats { id } version } }')
    expect(query).toBe(printed(`
      query ($live_after: Int) {
        it: room(id: 1, afterVersion: $live_after) { places: seats { id } version live_version: version live_full: full }
      }`))
    expect(responseKey).toBe('it')
  })

  test('with one root, in however many fragments it stood', () => {
    const { query } = compiled(`
      subscription { ...A ... on Subscription { roomChanged(id: 1) { version } } ...A }
      fragment A on Subscription { ...B }
      fragment B on Subscription { roomChanged(id: 1) { seats { ...Seat } } }
      fragment Seat on Seat { id }`)
    expect(query).toContain('fragment Seat on Seat')
    expect(query).not.toContain('Subscription')
    expect(validate(rooms.schema, parse(query))).toEqual([])
  })

  test('with the fragments that are still used, once', () => {
    const { query } = compiled(`
      subscription { roomChanged(id: 1) { ...Room guests { ... on Person { ...Name } } owner { ...Name } } }
      fragment Room on Room { seats { ...Seat } mine { ...Seat } }
      fragment Seat on Seat { id }
      fragment Name on Owner { name }`)
    expect(query.match(/fragment \w+/g)).toEqual(['fragment Room', 'fragment Seat', 'fragment Name'])
    expect(validate(rooms.schema, parse(query))).toEqual([])
  })

  test('with the variables that are still used', () => {
    const operation = compiled(`
      subscription ($id: ID!, $v: Int, $first: Int = 3, $with: Boolean!) {
        roomChanged(id: $id, afterVersion: $v) { seats(first: $first) { ...Seat @include(if: $with) } }
      }
      fragment Seat on Seat { id }`)
    expect(operation.query).toContain('query ($id: ID!, $first: Int = 3, $with: Boolean!, $live_after: Int)')
    expect(operation.bind({ with: true, v: 7, first: 2, id: 'r1', other: 1 })).toEqual({
      channel: 'room:r1', variables: { first: 2, id: 'r1', with: true }, afterVersion: 7,
    })
  })

  test('that keeps `afterVersion`\'s variable where it is used elsewhere', () => {
    const operation = compiled('subscription ($v: Int) { roomChanged(id: 1, afterVersion: $v) { seats(first: $v) { id } } }')
    expect(operation.bind({ v: 7 })).toMatchObject({ variables: { v: 7 }, afterVersion: 7 })
  })
})

describe('what the gateway needs for itself is refused', () => {
  test.each([
    ['live_version', 'subscription { roomChanged(id: 1) { live_version: version } }'],
    ['live_full', 'subscription { roomChanged(id: 1) { ... { live_full: full } } }'],
    ['live_version', 'subscription { roomChanged(id: 1) { ...A } } fragment A on Room { ...B } fragment B on Room { live_version: full }'],
    ['live_after', 'subscription ($live_after: ID!) { roomChanged(id: $live_after) { version } }'],
  ])('%s in %s', (name, text) => {
    expect(() => compiled(text)).toThrow(`${name}: the gateway uses such names itself. Choose others.`)
  })

  test('but further inside anybody may use them', () => {
    expect(() => compiled('subscription { roomChanged(id: 1) { seats { live_version: id } } }')).not.toThrow()
  })
})

test.each([
  'subscription { roomChanged(id: 1) @skip(if: false) { version } }',
  'subscription { ... @include(if: true) { roomChanged(id: 1) { version } } }',
  'subscription { ...A @include(if: true) } fragment A on Subscription { roomChanged(id: 1) { version } }',
])('a directive at the root is refused: %s', (text) => {
  expect(() => compiled(text)).toThrow('A directive has no place at the root of a subscription.')
})
