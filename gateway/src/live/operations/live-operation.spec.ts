import { describe, expect, test } from 'vitest'
import { compiled } from './testing/a-live-schema.js'

describe('the channel comes from the arguments', () => {
  test.each([
    ['a literal', 'subscription { roomChanged(id: "r1") { version } }', {}, 'room:r1'],
    ['a number, as an id', 'subscription { roomChanged(id: 1) { version } }', {}, 'room:1'],
    ['a variable', 'subscription ($id: ID!) { roomChanged(id: $id) { version } }', { id: 'r1' }, 'room:r1'],
    ['a variable that is a number', 'subscription ($id: ID!) { roomChanged(id: $id) { version } }', { id: 1 }, 'room:1'],
    ['the variable\'s default', 'subscription ($id: ID! = "r2") { roomChanged(id: $id) { version } }', {}, 'room:r2'],
    ['several, one by the argument\'s default', 'subscription { doorChanged(house: "h") { open } }', {}, 'door:h:1'],
    ['several', 'subscription ($n: Int!) { doorChanged(house: "h", number: $n) { open } }', { n: 7 }, 'door:h:7'],
    ['one that looks like a placeholder', 'subscription { doorChanged(house: "{number}$&", number: 2) { open } }', {}, 'door:{number}$&:2'],
  ])('%s', (_, text, variables, channel) => {
    expect(compiled(text).bind(variables).channel).toBe(channel)
  })

  test('which may not be too long for a key', () => {
    const operation = compiled('subscription ($id: ID!) { roomChanged(id: $id) { version } }')
    expect(operation.bind({ id: 'x'.repeat(195) }).channel.length).toBe(200)
    expect(() => operation.bind({ id: 'x'.repeat(196) })).toThrow('There is no such id: it is too long.')
  })
})

describe('the version that the client has', () => {
  const text = 'subscription ($v: Int) { roomChanged(id: 1, afterVersion: $v) { version } }'
  test.each([[{}, null], [{ v: null }, null], [{ v: 0 }, 0], [{ v: 12 }, 12], [{ v: -1 }, -1]])('%j', (variables, afterVersion) => {
    expect(compiled(text).bind(variables).afterVersion).toBe(afterVersion)
  })

  test('does not make another group, nor does the order of the variables', () => {
    const operation = compiled('subscription ($id: ID!, $v: Int, $n: Int) { roomChanged(id: $id, afterVersion: $v) { seats(first: $n) { id } } }')
    expect(JSON.stringify(operation.bind({ n: 1, id: 'r', v: 3 }).variables)).toBe(JSON.stringify(operation.bind({ v: 9, id: 'r', n: 1 }).variables))
  })
})

test.each([
  [{}, 'Variable "$id" of required type "ID!" was not provided.'],
  [{ id: 'r', v: 'x' }, 'Variable "$v" got invalid value "x"; Int cannot represent non-integer value: "x"'],
  [{ id: 'r', v: 2 ** 31 }, 'Int cannot represent non 32-bit signed integer value'],
  [{ id: 'r', style: 'UGLY' }, 'Value "UGLY" does not exist in "Style" enum.'],
])('variables that do not fit are refused by name: %j', (variables, message) => {
  const operation = compiled('subscription ($id: ID!, $v: Int, $style: Style) { roomChanged(id: $id, afterVersion: $v, style: $style) { version } }')
  expect(() => operation.bind(variables)).toThrow(expect.objectContaining({ message: expect.stringContaining(message), extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }))
})

describe('a view is public only where everything that is selected is declared so', () => {
  test.each([
    'seats { id price }',
    'version full __typename',
    'seats { ...S } } } fragment S on Seat { price ...T } fragment T on Seat { id __typename ',
    'owner { name ... on Company { phone } }',
    'guests { __typename ... on Person { name } ... on Company { name phone } }',
  ])('public: { %s }', (selection) => {
    expect(compiled(documentOf(selection)).isPublic).toBe(true)
  })

  test.each([
    ['a field without a word', 'mine { id }'],
    ['one deep inside', 'seats { id order }'],
    ['one in a fragment in a fragment', 'seats { ...S } } } fragment S on Seat { price ...T } fragment T on Seat { order '],
    ['one that is skipped, which others need not', 'seats { id order @skip(if: true) }'],
    ['one of an interface that one type keeps private', 'owner { name phone }'],
    ['one of a type of an interface', 'owner { name ... on Person { phone } }'],
    ['one of a type of a union', 'guests { ... on Company { phone } ... on Person { phone } }'],
    ['one of an interface within a union', 'guests { ... on Owner { phone } }'],
    ['one under another\'s name', 'seats { price: order }'],
  ])('private, for %s', (_, selection) => {
    expect(compiled(documentOf(selection)).isPublic).toBe(false)
  })
})

/** Selections with a `}` in them close the operation and go on with fragments. */
function documentOf(selection: string): string {
  return selection.includes('} }') && selection.includes('fragment') ? `subscription { roomChanged(id: 1) { ${selection} }` : `subscription { roomChanged(id: 1) { ${selection} } }`
}
