import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createRegistry } from './registry.js'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const text = 'query Movies($first:Int){movies(first:$first){totalCount}}'
const hash = sha256(text)
const registry = createRegistry({ [hash]: text })
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({ extensions: { persistedQuery: { version, sha256Hash } } })
const codeOf = (payload: unknown) => {
  try {
    return registry.admit(payload)
  } catch (error) {
    return error instanceof Error && 'extensions' in error ? error.extensions : error
  }
}

describe('the registry', () => {
  it('admits what is registered: by its text, however it is laid out, by its hash, or by both', () => {
    const admitted = { query: text, variables: { first: 1 } }
    const printed = 'query Movies($first: Int) {\n  movies(first: $first) {\n    totalCount\n  }\n}\n'
    const variables = { first: 1 }
    expect(registry.admit({ query: text, variables })).toEqual(admitted)
    expect(registry.admit({ query: printed, variables })).toEqual(admitted)
    expect(registry.admit({ ...persisted(hash), variables })).toEqual(admitted)
    expect(registry.admit({ ...persisted(hash.toUpperCase()), variables })).toEqual(admitted)
    expect(registry.admit({ query: text, ...persisted(hash), variables })).toEqual(admitted)
    expect(registry.admit({ query: printed, ...persisted(sha256(printed)), variables })).toEqual(admitted)
  })

  it('does not know another hash', () => {
    expect(codeOf(persisted(sha256('{me{id}}')))).toEqual({ code: 'PERSISTED_QUERY_NOT_FOUND' })
    expect(codeOf(persisted('constructor'))).toEqual({ code: 'PERSISTED_QUERY_NOT_FOUND' })
  })

  it.each([
    ['another text', { query: '{me{id}}' }],
    ['a registered one and more', { query: `${text} {me{id}}` }],
    ['no GraphQL', { query: '"' }],
    ['far too long a text', { query: text + ' '.repeat(1_000) }],
    ['another with its own hash', { query: '{me{id}}', ...persisted(sha256('{me{id}}')) }],
    ['a hash of another kind', persisted(hash, 2)],
    ['no hash', persisted(7)],
    ['nothing', {}],
    ['no object', 'query'],
    ['a list', [{ query: text }]],
  ])('does not allow %s', (_, payload) => expect(codeOf(payload)).toEqual({ code: 'OPERATION_NOT_ALLOWED' }))

  it('refuses a hash that is not that of the text', () => {
    expect(codeOf({ query: text, ...persisted(sha256('other')) })).toMatchObject({ code: 'BAD_USER_INPUT' })
  })

  it('does not start with a list that contradicts itself', () => {
    expect(() => createRegistry({ [hash]: `${text} ` })).toThrow(`${hash} has another SHA-256`)
  })
})
