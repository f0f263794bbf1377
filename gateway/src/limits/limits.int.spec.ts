import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

let gateway: TestGateway
/** How often a subgraph was asked to sign somebody in, or for a movie. */
const calls = { signIn: 0, movie: 0 }

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { TRUST_PROXY: '1', MUTATIONS_PER_SECOND: '3', ANONYMOUS_MUTATIONS_PER_SECOND: '5', READS_PER_SECOND: '10' },
    whoIs: (token) => ({ userId: token, sessionId: token, role: 'CUSTOMER', expiresAt: '2999-01-01T00:00:00.000Z' }),
    subgraphs: {
      auth: {
        resolvers: {
          Query: { me: () => ({ id: 'ada' }) },
          Mutation: {
            signIn: () => {
              calls.signIn += 1
              return { __typename: 'SignInRefused', message: 'no' }
            },
          },
        },
      },
      tickets: {
        resolvers: {
          Query: {
            movie: () => {
              calls.movie += 1
              return null
            },
          },
        },
      },
    },
  })
})
afterAll(() => gateway.stop())

let visitors = 0
/** Somebody whom no limit has met yet. */
const somebody = () => {
  visitors += 1
  return { 'x-forwarded-for': `192.0.2.${visitors}` }
}
const signIn = 'signIn(input: { email: "a@b.c", password: "p" }) { __typename }'
const aliased = (count: number, field: string) => Array.from({ length: count }, (_, n) => `f${n}: ${field}`).join(' ')
const codesOf = ({ status, body }: { status: number; body: { errors?: { extensions: object }[] } }) => ({
  status,
  extensions: body.errors?.map(({ extensions }) => extensions),
})
const invalid = { status: 400, extensions: [{ code: 'GRAPHQL_VALIDATION_FAILED' }] }
const tooMany = { status: 429, extensions: [{ code: 'RATE_LIMITED', retryAfterSeconds: 1 }] }

describe('a document', () => {
  it('with 1,000 aliased sign-ins runs none of them', async () => {
    const answer = await gateway.post({ query: `mutation { ${aliased(1_000, signIn)} }` }, somebody())
    expect(answer.status).toBe(400)
    expect(calls.signIn).toBe(0)
  })

  it('with 101 aliases of __typename or 500 repeated fields is refused', async () => {
    expect(codesOf(await gateway.post({ query: `{ ${aliased(101, '__typename')} }` }, somebody()))).toEqual(invalid)
    expect(codesOf(await gateway.post({ query: `{ ${'__typename '.repeat(500)} }` }, somebody()))).toEqual(invalid)
  })

  it('of more than 1,000 tokens is not even parsed', async () => {
    const { status, body } = await gateway.post({ query: `{ ${'__typename '.repeat(1_001)} }` }, somebody())
    expect(status).toBe(400)
    expect(body.errors[0].extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' })
  })

  it('with a syntax error is 400, not 500', async () => {
    expect(codesOf(await gateway.post({ query: '{ me { ' }, somebody()))).toEqual({ status: 400, extensions: [{ code: 'GRAPHQL_PARSE_FAILED' }] })
  })
})

describe('root fields are counted one by one', () => {
  it('for mutations without an account by address', async () => {
    const address = somebody()
    const before = calls.signIn
    const refused = await gateway.post({ query: `mutation { ${aliased(6, signIn)} }` }, address)
    expect(codesOf(refused)).toEqual(tooMany)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(refused.body).not.toHaveProperty('data')
    expect(calls.signIn).toBe(before)
    expect((await gateway.post({ query: `mutation { ${aliased(5, signIn)} }` }, somebody())).status).toBe(200)
  })

  it('for mutations with an account by account, from wherever they come', async () => {
    const ada = { authorization: 'Bearer ada' }
    const query = `mutation { ${aliased(2, signIn)} }`
    const twice = await Promise.all([1, 2].map(() => gateway.post({ query }, { ...ada, ...somebody() })))
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429])
    expect((await gateway.post({ query }, { authorization: 'Bearer bob', ...somebody() })).status).toBe(200)
  })

  it('for queries by address, and each request counts as one at least', async () => {
    const query = `{ ${aliased(6, 'movie(id: "m1") { id }')} }`
    const address = somebody()
    const twice = await Promise.all([1, 2].map(() => gateway.post({ query }, address)))
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 429])
    expect((await gateway.post({ query }, somebody())).status).toBe(200)

    const other = somebody()
    const answers = await Promise.all(Array.from({ length: 11 }, () => gateway.post({ query: '{' }, other)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 10 }, () => 400), 429])
  })
})
