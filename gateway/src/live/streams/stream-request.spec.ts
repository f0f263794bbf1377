import { describe, expect, it } from 'vitest'
import { createDocuments } from '../operations/documents.js'
import { rooms } from '../operations/testing/a-live-schema.js'
import { isForStream, payloadOfSearch } from './stream-request.js'

const documents = createDocuments({ limits: { tokens: 1_000, depth: 15, aliases: 30, directives: 30, cost: 1_000 }, introspection: true })
documents.useSchema(rooms)
const field = Object.keys(rooms.schema.getSubscriptionType()?.getFields() ?? {})[0] ?? ''

const asked = {
  query: { query: '{ __typename }' },
  subscription: { query: `subscription { ${field}(id: "1") { version } }` },
  wrong: { query: 'subscription {' },
  nothing: undefined,
}

describe('an answer', () => {
  it.each([
    ['text/event-stream', ['query', 'subscription', 'wrong', 'nothing']],
    ['Text/Event-Stream; charset=utf-8', ['query', 'subscription', 'wrong', 'nothing']],
    ['text/event-stream, application/json', ['subscription']],
    ['application/json;q=0.5,text/event-stream;q=0.9', ['subscription']],
    ['application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed', ['subscription']],
    ['text/event-stream, */*', ['subscription']],
    ['text/event-stream, */*;q=0', ['query', 'subscription', 'wrong', 'nothing']],
    ['text/event-stream;q=0, */*', []],
    ['text/event-streams', []],
    ['*/*', []],
    ['application/json', []],
    ['', []],
  ])('to who takes %j is a stream for %j', (accept, streamed) => {
    const kinds = Object.entries(asked).flatMap(([kind, payload]) => (isForStream(documents, { headers: { accept } }, payload) ? [kind] : []))
    expect(kinds).toEqual(streamed)
  })

  it('to who says nothing is none', () => {
    expect(isForStream(documents, { headers: {} }, asked.subscription)).toBe(false)
  })
})

describe('what a URL asks', () => {
  it('is what a body would', () => {
    const search = new URLSearchParams({ query: '{ a }', variables: '{"b":1}', extensions: '{}', operationName: 'c' }).toString()
    expect(payloadOfSearch(`?${search}`)).toEqual({ query: '{ a }', variables: { b: 1 }, extensions: {}, operationName: 'c' })
    expect(payloadOfSearch('')).toEqual({})
  })

  it('is left for a refusal where it is no JSON', () => {
    expect(payloadOfSearch('?variables=%7B&extensions=x')).toEqual({ variables: '{', extensions: 'x' })
    expect(payloadOfSearch('?variables=null')).toEqual({ variables: null })
  })

  it('may be called anything', () => {
    expect(Object.entries(payloadOfSearch('?__proto__=a&constructor=b'))).toEqual([['__proto__', 'a'], ['constructor', 'b']])
  })
})
