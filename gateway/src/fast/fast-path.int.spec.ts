import { ApolloServer } from '@apollo/server'
import { IDENTITY_HEADER } from '@mov-ticket/service-kit'
import { GraphQLError } from 'graphql'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { askRaw } from '../testing/raw-answer.js'
import type { RawAnswer, RawRequest } from '../testing/raw-answer.js'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway, TestGatewayOptions } from '../testing/test-gateway.js'

const session = { userId: 'u1', sessionId: 's1', role: 'CUSTOMER', expiresAt: '2999-01-01T00:00:00.000Z' } as const
const secretText = 'mongodb://secret-host:27017 is down'
let notices: string | null = null

const subgraphs: NonNullable<TestGatewayOptions['subgraphs']> = {
  auth: {
    resolvers: {
      Query: {
        me(_: unknown, __: unknown, { caller, setHeader }: { caller: { identity: { userId: string } | null }; setHeader: (name: string, value: string) => void }) {
          if (notices !== null) setHeader('x-mov-ticket-session', notices)
          return caller.identity === null ? null : { id: caller.identity.userId, name: 'Ada', email: 'a@b.example' }
        },
      },
    },
  },
  tickets: {
    resolvers: {
      Query: {
        movie(_: unknown, { id }: { id: string }) {
          if (id === 'fault') throw new Error(secretText)
          if (id === 'refused') throw new GraphQLError('There is no such film.', { extensions: { code: 'NOT_FOUND', secret: 1 } })
          if (id === 'broken') return { id, title: null, runtimeMinutes: 'long', genres: ['a'] }
          return id === 'none' ? null : { id, title: `Film "${id}" \u2028 é`, synopsis: '', runtimeMinutes: 90, genres: ['Drama'] }
        },
      },
    },
  },
  orders: 'absent',
}

/** The same gateway twice; only one of them may take the fast path. */
const both: TestGateway[] = []

async function startBoth(environment: Record<string, string> = {}): Promise<void> {
  for (const fast of ['on', 'off']) {
    both.push(
      await startTestGateway({
        subgraphs,
        whoIs: (token) => (token === 'ada' ? session : null),
        environment: { GATEWAY_EXECUTOR: 'engine', GATEWAY_FAST_PATH: fast, CORS_ORIGINS: 'https://shop.example', ...environment },
      }),
    )
  }
}

async function stopBoth(): Promise<void> {
  await Promise.all(both.splice(0).map((gateway) => gateway.stop()))
}

type Lines = readonly unknown[]

/** Asks both twice: what is answered the second time, when the query is known, is what counts. */
async function compare(asked: RawRequest): Promise<{ readonly answer: RawAnswer; readonly line: unknown }> {
  const answers: RawAnswer[] = []
  const lines: Lines[] = []
  for (const gateway of both) {
    await askRaw(gateway.url, asked)
    gateway.log.splice(0)
    answers.push(await askRaw(gateway.url, asked))
    lines.push(gateway.log.map(({ msg, operation, kind, codes, status, level }) => ({ msg, operation, kind, codes, status, level })))
  }
  expect(answers[0]).toEqual(answers[1])
  expect(lines[0]).toEqual(lines[1])
  const [answer] = answers
  if (answer === undefined) throw new Error('There is no gateway.')
  return { answer, line: lines[0]?.find((line) => typeof line === 'object' && line !== null && 'msg' in line && line.msg === 'request') }
}

const json = { 'content-type': 'application/json' }
const post = (body: unknown, headers: Record<string, string> = {}): RawRequest => ({ headers: { ...json, ...headers }, body: JSON.stringify(body) })
const get = (search: Record<string, string>, headers: Record<string, string> = { 'apollo-require-preflight': '1' }): RawRequest => ({
  method: 'GET', path: `/graphql?${new URLSearchParams(search).toString()}`, headers,
})
const film = 'query Film($id: ID!, $long: Boolean = false) { movie(id: $id) { id title genres synopsis @include(if: $long) __typename } }'
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('a query that is known is answered as if it were not', () => {
  beforeAll(() => startBoth())
  afterAll(stopBoth)
  beforeEach(() => {
    notices = null
  })

  it.each<[string, RawRequest, number]>([
    ['with data', post({ query: film, variables: { id: 'm1' } }), 200],
    ['with all of it', post({ query: film, variables: { id: 'm1', long: true } }), 200],
    ['with nothing', post({ query: film, variables: { id: 'none' } }), 200],
    ['with a refusal', post({ query: film, variables: { id: 'refused' } }), 200],
    ['with a fault, masked', post({ query: film, variables: { id: 'fault' } }), 200],
    ['with what breaks the schema', post({ query: '{ movie(id: "broken") { id title runtimeMinutes } }' }), 200],
    ['of a subgraph that is away', post({ query: '{ order(id: "o1") { id } }' }), 200],
    ['from several subgraphs, one of which is away', post({ query: '{ movie(id: "m1") { title } order(id: "o1") { id } me { id } }' }), 200],
    ['by name', post({ query: 'query A { movie(id: "a") { id } } query B { movie(id: "b") { id } }', operationName: 'B' }), 200],
    ['without the name that it needs', post({ query: 'query A { movie(id: "a") { id } } query B { movie(id: "b") { id } }' }), 400],
    ['with an empty name', post({ query: film, variables: { id: 'm1' }, operationName: '' }), 400],
    ['with nulls', post({ query: '{ movie(id: "m1") { id } }', variables: null, operationName: null, extensions: null }), 200],
    ['with a variable of the wrong type', post({ query: film, variables: { id: { a: 1 } } }), 400],
    ['without a variable', post({ query: film, variables: {} }), 400],
    ['with variables that are a list', post({ query: film, variables: [] }), 400],
    ['with variables that are a text', post({ query: film, variables: '{}' }), 400],
    ['with a name that is a number', post({ query: film, variables: { id: 'm1' }, operationName: 7 }), 400],
    ['with extensions', post({ query: film, variables: { id: 'm1' }, extensions: { a: 1 } }), 200],
    ['with extensions that are a text', post({ query: film, variables: { id: 'm1' }, extensions: 'x' }), 400],
    ['with more variables than it has', post({ query: film, variables: { id: 'm1', other: 1 } }), 200],
    ['by hash (persisted queries are off)', post({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256(film) } } }), 200],
    ['by hash and text', post({ query: film, variables: { id: 'm1' }, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(film) } } }), 200],
    ['in a batch', post([{ query: film, variables: { id: 'm1' } }]), 400],
    ['with unusual keys', post({ query: '{ movie(id: "m1") { __proto__: title constructor: id toString: title } }' }), 200],
    ['about the schema', post({ query: '{ __schema { queryType { name } } movie(id: "m1") { id } }' }), 200],
    ['of another type of body', { headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ query: film, variables: { id: 'm1' } }) }, 400],
    ['of a type with parameters', post({ query: film, variables: { id: 'm1' } }, { 'content-type': 'application/json; charset=utf-8' }), 200],
    ['of a type written in capitals', post({ query: film, variables: { id: 'm1' } }, { 'content-type': 'Application/JSON' }), 200],
    ['accepting anything', post({ query: film, variables: { id: 'm1' } }, { accept: '*/*' }), 200],
    ['accepting JSON', post({ query: film, variables: { id: 'm1' } }, { accept: 'application/json' }), 200],
    ['accepting JSON, with a wrong variable', post({ query: film, variables: {} }, { accept: 'application/json' }), 200],
    ['accepting GraphQL', post({ query: film, variables: { id: 'm1' } }, { accept: 'application/graphql-response+json' }), 200],
    ['accepting both', post({ query: film, variables: { id: 'm1' } }, { accept: 'application/graphql-response+json, application/json;q=0.9' }), 200],
    ['accepting what there is not', post({ query: film, variables: { id: 'm1' } }, { accept: 'text/html' }), 406],
    ['accepting it in an unusual way', post({ query: film, variables: { id: 'm1' } }, { accept: 'text/html;q=0.1, application/json;q=0.2' }), 200],
    ['for a page that is on the list', post({ query: film, variables: { id: 'm1' } }, { origin: 'https://shop.example' }), 200],
    ['for a foreign page', post({ query: film, variables: { id: 'm1' } }, { origin: 'https://evil.example', cookie: 'session=ada' }), 200],
    ['for who is signed in', post({ query: '{ me { id name } }' }, { authorization: 'Bearer ada' }), 200],
    ['for who has a cookie', post({ query: '{ me { id name } }' }, { cookie: 'session=ada' }), 200],
    ['for who has the token of nobody', post({ query: '{ me { id name } }' }, { authorization: 'Bearer eve' }), 200],
    ['by GET', get({ query: film, variables: '{"id":"m1"}' }), 200],
    ['by GET, by name', get({ query: film, variables: '{"id":"m1"}', operationName: 'Film' }), 200],
    ['by GET, without saying that it is no foreign page', get({ query: film, variables: '{"id":"m1"}' }, {}), 400],
    ['by GET, saying so in the other way', get({ query: film, variables: '{"id":"m1"}' }, { 'x-apollo-operation-name': 'x' }), 200],
    ['by GET, saying nothing with it', get({ query: film, variables: '{"id":"m1"}' }, { 'apollo-require-preflight': '' }), 400],
    ['by GET, with variables that are no JSON', get({ query: film, variables: '{' }), 400],
    ['by GET, with variables that are null', get({ query: film, variables: 'null' }), 400],
    ['by GET, with two queries', { method: 'GET', path: `/graphql?query=${encodeURIComponent('{me{id}}')}&query=x`, headers: { 'apollo-require-preflight': '1' } }, 400],
    ['by GET, with a body\'s type', get({ query: '{ me { id } }' }, { 'content-type': 'text/plain', 'apollo-require-preflight': '1' }), 415],
    ['by HEAD', { ...get({ query: '{ me { id } }' }), method: 'HEAD' }, 405],
    ['by PUT', { ...post({ query: '{ me { id } }' }), method: 'PUT' }, 405],
    ['that is a mutation', post({ query: 'mutation { signOut }' }, { cookie: 'session=ada' }), 200],
    ['that is a mutation by GET', get({ query: 'mutation { signOut }' }), 405],
    ['that is a mutation of a foreign page', post({ query: 'mutation { signOut }' }, { origin: 'https://evil.example', cookie: 'session=ada' }), 403],
    ['that can\'t be parsed', post({ query: '{ movie(' }), 400],
    ['that is not valid', post({ query: '{ moovie { id } }' }), 400],
    ['that asks for too much', post({ query: '{ movies(first: 100) { nodes { screenings(first: 100) { nodes { tickets { id } } } } } }' }), 400],
  ])('%s', async (_, asked, status) => {
    const { answer } = await compare(asked)
    expect(answer.status).toBe(status)
    expect(answer.body).not.toContain('secret')
  })

  it('and logged with its name and its codes', async () => {
    const { line } = await compare(post({ query: film, variables: { id: 'fault' } }))
    expect(line).toMatchObject({ operation: 'Film', kind: 'query', codes: ['INTERNAL'], status: 200 })
  })

  it('with what auth says about the cookie', async () => {
    notices = JSON.stringify({ token: null })
    const { answer } = await compare(post({ query: '{ me { id } }' }, { cookie: 'session=ada' }))
    expect(answer.headers.join()).toContain('session=; Path=/; Max-Age=0')
  })

  it.each<[string, RawRequest]>([
    ['by POST', post({ query: '{ movie(id: "a") { id } }' })],
    ['by GET', get({ query: '{ movie(id: "b") { id } }' })],
    ['with errors', post({ query: '{ movie(id: "fault") { title } }' })],
    ['for who is signed in', post({ query: '{ me { email } }' }, { cookie: 'session=ada' })],
  ])('at once, %s: Apollo Server is not asked', async (_, asked) => {
    const asksApollo = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest')
    try {
      const [fast] = both
      if (fast === undefined) throw new Error('There is no gateway.')
      // The fake subgraphs are Apollo Servers too; theirs come with a caller.
      const times = () => asksApollo.mock.calls.filter(([{ httpGraphQLRequest }]) => !httpGraphQLRequest.headers.has(IDENTITY_HEADER)).length
      const first = await askRaw(fast.url, asked)
      expect(times()).toBe(1)
      expect(await askRaw(fast.url, asked)).toEqual(first)
      expect(times()).toBe(1)
    } finally {
      asksApollo.mockRestore()
    }
  })
})

describe('limits hold on both ways', () => {
  beforeAll(() => startBoth({ READS_PER_SECOND: '6' }))
  afterAll(stopBoth)

  it('of rates: each field of Query counts', async () => {
    const asked = post({ query: '{ a: movie(id: "a") { id } b: movie(id: "b") { id } c: movie(id: "c") { id } d: movie(id: "d") { id } }' })
    const answers = await Promise.all(both.map(async (gateway) => [await askRaw(gateway.url, asked), await askRaw(gateway.url, asked)]))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.map(({ status }) => status)).toEqual([200, 429])
  })
})

describe('where only registered queries may run', () => {
  let folder: string
  const registered = '{ movie(id: "m1") { id } }'
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'registry-'))
    const file = join(folder, 'operations.json')
    await writeFile(file, JSON.stringify({ [sha256(registered)]: registered }))
    await startBoth({ PERSISTED_ONLY: file })
  })
  afterAll(async () => {
    await stopBoth()
    await rm(folder, { recursive: true })
  })

  const byHash = { persistedQuery: { version: 1, sha256Hash: sha256(registered) } }
  it.each<[string, RawRequest, number]>([
    ['by text', post({ query: registered }), 200],
    ['written otherwise', post({ query: '{movie(id:"m1"){id}}' }), 200],
    ['by hash', post({ extensions: byHash }), 200],
    ['by hash, by GET', get({ extensions: JSON.stringify(byHash) }), 200],
    ['another', post({ query: film, variables: { id: 'm1' } }), 403],
    ['by an unknown hash', post({ extensions: { persistedQuery: { version: 1, sha256Hash: sha256('x') } } }), 200],
  ])('%s', async (_, asked, status) => {
    expect((await compare(asked)).answer.status).toBe(status)
  })
})
