import { GraphQLError } from 'graphql'
import { EventEmitter, once } from 'node:events'
import { IDENTITY_HEADER, verifyCaller } from '@mov-ticket/service-kit'
import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secret } from '../testing/fake-subgraphs.js'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

const fault = (code: string, extensions: object = {}) =>
  new GraphQLError(`this is ${code}`, { extensions: { code, ...extensions, stack: 'at secret.js:1', url: 'http://10.0.0.1' } })

/** What orders was sent, and what becomes of it. */
const heard: { headers: IncomingHttpHeaders }[] = []
const orders = new EventEmitter()
let ordersAnswers: (response: ServerResponse) => void = () => {}

const tickets = {
  Query: {
    movie: (_: unknown, { id }: { id: string }) => {
      if (id === 'broken') throw new Error('connect ECONNREFUSED mongodb://user:pass@db:27017')
      throw fault(id, { fields: { id: 'no' }, retryAfterSeconds: 7 })
    },
    screening: (_: unknown, { id }: { id: string }) => ({ id, version: 3 }),
    screenings: () => ({ nodes: [{ id: 's1', version: 1 }, { id: 's2', version: 2 }] }),
  },
  Screening: { availableCount: ({ id }: { id: string }) => { if (id === 's2') throw fault('NOT_FOUND'); return 5 } },
}

let gateway: TestGateway

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { SUBGRAPH_TIMEOUT_MS: '300', ORDER_WAIT_MS: '0' },
    subgraphs: {
      auth: 'absent',
      tickets: { resolvers: tickets },
      orders: {
        http: (request, response) => {
          heard.push({ headers: request.headers })
          response.once('close', () => orders.emit('closed', response.writableFinished))
          orders.emit('asked')
          request.resume().once('end', () => ordersAnswers(response))
        },
      },
    },
    whoIs: () => ({ userId: 'u1', sessionId: 'x1', role: 'ADMIN', expiresAt: '2999-01-01T00:00:00.000Z' }),
  })
})
afterAll(() => gateway.stop())

const movie = (id: string) => gateway.post({ query: 'query ($id: ID!) { film: movie(id: $id) { title } }', variables: { id } })
const order = () => gateway.post({ query: '{ mine: order(id: "o1") { status } screening(id: "s1") { version } }' })

describe('what a subgraph says went wrong', () => {
  it.each(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'UNAVAILABLE'])('%s reaches the client with its code alone', async (code) => {
    const { status, body } = await movie(code)
    expect(status).toBe(200)
    expect(body).toEqual({ data: { film: null }, errors: [{ message: `this is ${code}`, path: ['film'], extensions: { code } }] })
  })

  it('BAD_USER_INPUT carries its fields, RATE_LIMITED when to come again', async () => {
    expect((await movie('BAD_USER_INPUT')).body.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', fields: { id: 'no' } })
    expect((await movie('RATE_LIMITED')).body.errors[0].extensions).toEqual({ code: 'RATE_LIMITED', retryAfterSeconds: 7 })
  })

  it.each(['broken', 'DATABASE_ON_FIRE', 'GRAPHQL_VALIDATION_FAILED'])('all else (%s) is INTERNAL, and nothing of it leaves', async (id) => {
    const { body } = await movie(id)
    expect(body).toEqual({
      data: { film: null },
      errors: [{ message: 'Something went wrong on our side.', path: ['film'], extensions: { code: 'INTERNAL' } }],
    })
  })

  it('the path is the client\'s own, through aliases and lists', async () => {
    const { body } = await gateway.post({ query: '{ on: screenings { list: nodes { id left: availableCount } } }' })
    expect(body.errors).toEqual([{ message: 'this is NOT_FOUND', path: ['on', 'list', 1, 'left'], extensions: { code: 'NOT_FOUND' } }])
  })
})

describe('a subgraph that does not answer', () => {
  const unavailable = {
    data: { mine: null, screening: { version: 3 } },
    errors: [{ message: expect.any(String), path: ['mine'], extensions: { code: 'UNAVAILABLE' } }],
  }

  it('is UNAVAILABLE where it hangs, and the rest of the answer is there', async () => {
    ordersAnswers = () => {}
    expect((await order()).body).toEqual(unavailable)
  })

  it('is UNAVAILABLE where it hangs in the middle of its answer', async () => {
    ordersAnswers = (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":')
    const { body } = await order()
    expect(body.errors).toEqual(unavailable.errors)
  })

  it.each([
    ['status 500 with a body', 500, '{"errors":[{"message":"at http://10.0.0.1/graphql"}]}'],
    ['a page of a proxy', 502, '<html>http://10.0.0.1</html>'],
    ['no JSON', 200, 'http://10.0.0.1'],
    ['no GraphQL', 200, '{"hello":"http://10.0.0.1"}'],
    ['a body that is cut', 200, '{"data":{"mine"'],
  ])('is UNAVAILABLE where it gives %s, and nothing of it leaves', async (_, status, text) => {
    ordersAnswers = (response) => response.writeHead(status, { 'content-type': 'application/json' }).end(text)
    const { body } = await order()
    expect(body.errors).toEqual(unavailable.errors)
    expect(JSON.stringify(body)).not.toContain('10.0.0.1')
    expect(JSON.stringify(body)).not.toContain('serviceName')
  })

  it('is UNAVAILABLE where it resets the connection', async () => {
    ordersAnswers = (response) => response.socket?.resetAndDestroy()
    expect((await order()).body.errors).toEqual(unavailable.errors)
  })

  it('is UNAVAILABLE where nobody listens', async () => {
    const { body } = await gateway.post({ query: '{ me { id } }' })
    expect(body).toEqual({
      data: { me: null },
      errors: [{ message: expect.any(String), path: ['me'], extensions: { code: 'UNAVAILABLE' } }],
    })
  })

  it('is a fault of ours where it does not believe our signature', async () => {
    ordersAnswers = (response) => response.writeHead(401).end('{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}')
    expect((await order()).body.errors).toMatchObject([{ path: ['mine'], extensions: { code: 'INTERNAL' } }])
  })

  it('is asked no longer when the client is gone', async () => {
    ordersAnswers = () => {}
    const asked = once(orders, 'asked')
    const gone = new AbortController()
    const request = fetch(`${gateway.url}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ order(id: "o1") { status } }' }), signal: gone.signal,
    })
    await asked
    const closed = once(orders, 'closed')
    gone.abort()
    await expect(request).rejects.toThrow('aborted')
    expect(await closed).toEqual([false])
  })
})

describe('what a subgraph is told', () => {
  it('who is calling, signed for it alone, and what the request belongs to', async () => {
    ordersAnswers = (response) => response.writeHead(200).end('{"data":{"mine":null}}')
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    heard.length = 0
    const { headers } = await gateway.post(
      { query: '{ mine: order(id: "o1") { status } }' },
      { authorization: 'Bearer abc', 'x-correlation-id': 'spec-1', traceparent, 'user-agent': 'spec', [IDENTITY_HEADER]: 'forged' },
    )
    const sent = heard[0]?.headers ?? {}
    const caller = verifyCaller(String(sent[IDENTITY_HEADER]), { secret, audience: 'orders', now: new Date() })
    expect(caller).toEqual({ identity: { userId: 'u1', sessionId: 'x1', role: 'ADMIN' }, address: '127.0.0.1', userAgent: 'spec' })
    expect(() => verifyCaller(String(sent[IDENTITY_HEADER]), { secret, audience: 'tickets', now: new Date() })).toThrow('somebody else')
    expect(sent).toMatchObject({ 'x-correlation-id': 'spec-1', traceparent })
    expect(sent['authorization']).toBeUndefined()
    expect(headers.get('x-correlation-id')).toBe('spec-1')
  })
})
