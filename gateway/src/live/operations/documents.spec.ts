import { describe, expect, test } from 'vitest'
import { createDocuments, readRequest } from './documents.js'
import type { Document } from './documents.js'
import { aLiveSchema, rooms } from './testing/a-live-schema.js'

const limits = { tokens: 100, depth: 5, aliases: 3, directives: 5, cost: 1_000 }

function documents({ introspection = true } = {}) {
  const read = createDocuments({ limits, introspection })
  read.useSchema(rooms)
  return read
}

const codesOf = (document: Document) => (document.kind === 'wrong' ? document.errors.map(({ extensions }) => extensions['code']) : [])
const saidOf = (document: Document) => (document.kind === 'wrong' ? document.errors.map(({ message }) => message) : [])
const watch = 'subscription Watch { roomChanged(id: 1) { version } }'

describe('a document is', () => {
  test('to be watched', () => {
    expect(documents().read(watch, null)).toMatchObject({ kind: 'watch', operation: { responseKey: 'roomChanged' } })
  })

  test.each([
    ['{ room(id: 1) { version } }', false],
    ['mutation { a }', true],
    ['{ nonsense }', false],
  ])('to be answered once, by the graph: %s', (query, isMutation) => {
    expect(documents().read(query, null)).toEqual({ kind: 'once', isMutation })
  })

  test('what is named in it', () => {
    const text = `${watch} query Ask { room(id: 1) { version } }`
    expect([documents().read(text, 'Watch').kind, documents().read(text, 'Ask').kind, documents().read(text, null).kind]).toEqual(['watch', 'once', 'once'])
  })

  test.each([
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    [`subscription { roomChanged(id: 1) { ${'version '.repeat(100)} } }`, 'GRAPHQL_PARSE_FAILED'],
    ['subscription { roomChanged(id: 1) { nonsense } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { a: roomChanged(id: 1) { version } b: roomChanged(id: 2) { version } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { roomChanged(id: 1) { a: version b: version c: version d: version } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription { roomChanged(id: 1) { live_version: version } }', 'BAD_USER_INPUT'],
  ])('wrong: %s', (query, code) => {
    expect(codesOf(documents().read(query, null))).toEqual([code])
  })

  test('read once', () => {
    const read = documents()
    expect(read.read(watch, null)).toBe(read.read(watch, null))
  })

  test('read against the newest schema', () => {
    const read = documents()
    expect(read.read(watch, null).kind).toBe('watch')
    read.useSchema(aLiveSchema(`
      type Query { hall(id: ID!): Hall }
      type Hall { version: Int! }
      type Subscription { hallChanged(id: ID!): Hall @live(channel: "hall:{id}", query: "hall") }`))
    expect(codesOf(read.read(watch, null))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(read.read(watch.replace('room', 'hall'), null).kind).toBe('watch')
  })
})

describe('what is wrong with a document', () => {
  const misspelt = 'subscription { roomChanged(id: 1) { versio } }'

  test('is told with a suggestion', () => {
    expect(saidOf(documents().read(misspelt, null))).toEqual(['Cannot query field "versio" on type "Room". Did you mean "version"?'])
  })

  test('and without, where the schema is not to be told', () => {
    expect(saidOf(documents({ introspection: false }).read(misspelt, null))).toEqual(['Cannot query field "versio" on type "Room".'])
  })
})

describe('a request', () => {
  test('is read', () => {
    expect(readRequest({ query: '{ a }' })).toEqual({ query: '{ a }', operationName: null, variables: {} })
    expect(readRequest({ query: '{ a }', operationName: null, variables: null, extensions: null })).toEqual({ query: '{ a }', operationName: null, variables: {} })
    expect(readRequest({ query: '{ a }', operationName: 'A', variables: { b: 1 }, extensions: {} })).toEqual({ query: '{ a }', operationName: 'A', variables: { b: 1 } })
  })

  test.each([
    [null, '"query"'],
    ['{ a }', '"query"'],
    [[], '"query"'],
    [{ query: '' }, '"query"'],
    [{ query: '{ a }', operationName: 1 }, '"operationName"'],
    [{ query: '{ a }', variables: [] }, '"variables"'],
    [{ query: '{ a }', variables: '{}' }, '"variables"'],
    [{ query: '{ a }', extensions: 1 }, '"extensions"'],
  ])('or refused, saying what is wrong: %j', (payload, part) => {
    expect(() => readRequest(payload)).toThrow(part)
  })
})
