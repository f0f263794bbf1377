import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startTestGateway } from '../../testing/test-gateway.js'
import type { TestGateway } from '../../testing/test-gateway.js'
import { createBoxOffice } from '../testing/box-office.js'
import type { BoxOffice } from '../testing/box-office.js'
import { createPeople } from '../testing/people.js'
import { connect, openSocket } from '../testing/socket-client.js'
import type { SocketClient } from '../testing/socket-client.js'

const people = createPeople()
let office: BoxOffice
let gateway: TestGateway

beforeAll(async () => {
  office = await createBoxOffice()
  const { subgraphs, supergraphSdl } = office
  gateway = await startTestGateway({ subgraphs, supergraphSdl, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())

const seats = 'subscription ($after: Int) { seatMapChanged(screeningId: "s1", afterVersion: $after) { version } }'
const order = (id: string) => `subscription { orderChanged(id: "${id}") { id version } }`
const seatsAt = (version: number) => ({ data: { seatMapChanged: { version } } })
const init = { type: 'connection_init' }

async function socket(...args: Parameters<typeof connect> extends [string, ...infer Rest] ? Rest : never): Promise<SocketClient> {
  const client = await connect(gateway.url, ...args)
  onTestFinished(() => client.socket.terminate())
  return client
}

async function unwelcome(...args: Parameters<typeof openSocket> extends [string, ...infer Rest] ? Rest : never): Promise<SocketClient> {
  const client = await openSocket(gateway.url, ...args)
  onTestFinished(() => client.socket.terminate())
  return client
}

describe('a handshake', () => {
  it('is acknowledged once', async () => {
    const client = await unwelcome()
    client.send({ ...init, payload: {} })
    expect(await client.next()).toEqual({ type: 'connection_ack' })
    client.send(init)
    expect(await client.closed).toEqual({ code: 4429, reason: 'Too many initialisation requests' })
  })

  it.each([undefined, null, {}, { anything: { at: ['all'] } }])('takes %j as its payload', async (payload) => {
    const client = await unwelcome()
    client.send({ ...init, payload })
    expect(await client.next()).toEqual({ type: 'connection_ack' })
  })

  it('that comes twice before the first was acknowledged closes too', async () => {
    const client = await unwelcome()
    client.send({ ...init, payload: people.signIn('ada').bearer }, init)
    expect(await client.closed).toMatchObject({ code: 4429 })
  })

  it('that does not come ends in time', async () => {
    const client = await unwelcome()
    client.send({ type: 'ping' })
    expect(await client.next()).toEqual({ type: 'pong' })
    expect(await client.closed).toEqual({ code: 4408, reason: 'Connection initialisation timeout' })
  })

  it('goes before every subscription, even by a moment', async () => {
    const early = await unwelcome()
    early.subscribe('1', seats)
    expect(await early.closed).toEqual({ code: 4401, reason: 'Unauthorized' })

    const hasty = await unwelcome()
    hasty.send({ ...init, payload: people.signIn('ada').bearer })
    hasty.subscribe('1', seats)
    expect(await hasty.closed).toMatchObject({ code: 4401 })
    expect(hasty.messages).toEqual([])
  })

  it('without a subprotocol closes', async () => {
    const client = await unwelcome({ protocols: [] })
    expect(await client.closed).toEqual({ code: 4406, reason: 'Subprotocol not acceptable' })
  })

  it('with others alone is given none of them, so that good clients hang up', async () => {
    await expect(openSocket(gateway.url, { protocols: ['graphql-ws'] })).rejects.toThrow('Server sent no subprotocol')
  })

  it('may offer other subprotocols too', async () => {
    const client = await unwelcome({ protocols: ['graphql-ws', 'graphql-transport-ws'] })
    expect(client.socket.protocol).toBe('graphql-transport-ws')
  })
})

describe('a message', () => {
  it.each([
    ['no JSON', 'hello'],
    ['cut off', '{"type":"ping"'],
    ['a text', '"ping"'],
    ['null', 'null'],
    ['a list', [init]],
    ['of no type', {}],
    ['of an unknown type', { type: 'start', id: '1', payload: { query: seats } }],
    ['of a type that is an object\'s own', { type: 'constructor' }],
    ['only for servers', { type: 'next', id: '1', payload: { data: null } }],
    ['an acknowledgement', { type: 'connection_ack' }],
    ['an initialisation whose payload is no object', { ...init, payload: 'Bearer abc' }],
    ['a ping whose payload is no object', { type: 'ping', payload: 'x' }],
    ['a pong whose payload is no object', { type: 'pong', payload: [] }],
    ['a subscription without an id', { type: 'subscribe', payload: { query: seats } }],
    ['a subscription with an empty id', { type: 'subscribe', id: '', payload: { query: seats } }],
    ['a subscription with a number for an id', { type: 'subscribe', id: 1, payload: { query: seats } }],
    ['a subscription with an id of 101 characters', { type: 'subscribe', id: 'x'.repeat(101), payload: { query: seats } }],
    ['a subscription without a payload', { type: 'subscribe', id: '1' }],
    ['a subscription without a query', { type: 'subscribe', id: '1', payload: {} }],
    ['a subscription whose query is no text', { type: 'subscribe', id: '1', payload: { query: { text: seats } } }],
    ['a subscription whose variables are a list', { type: 'subscribe', id: '1', payload: { query: seats, variables: [] } }],
    ['a subscription whose operation name is a number', { type: 'subscribe', id: '1', payload: { query: seats, operationName: 1 } }],
    ['a subscription whose extensions are a text', { type: 'subscribe', id: '1', payload: { query: seats, extensions: 'x' } }],
    ['a completion without an id', { type: 'complete' }],
    ['binary', Buffer.from(JSON.stringify({ type: 'ping' }))],
  ])('that is %s closes with 4400', async (_, message) => {
    const client = await socket()
    client.send(message)
    expect(await client.closed).toEqual({ code: 4400, reason: 'Invalid message received' })
    expect(client.messages).toEqual([{ type: 'connection_ack' }])
  })

  it('of more than LIVE_MESSAGE_BYTES closes with 1009', async () => {
    const client = await socket()
    client.send({ type: 'ping', payload: { padding: 'x'.repeat(65_536) } })
    expect(await client.closed).toMatchObject({ code: 1009 })
  })

  it('may come in pieces', async () => {
    const client = await socket()
    client.socket.send('{"type":', { fin: false })
    client.socket.send('"ping"}', { fin: true })
    expect(await client.next()).toEqual({ type: 'pong' })
  })

  it('of ping is answered with its payload, also before the handshake; a pong is not', async () => {
    const client = await unwelcome()
    client.send({ type: 'ping' }, { type: 'ping', payload: { a: [1, null, '"'] } }, { type: 'pong' }, { type: 'pong', payload: {} }, { type: 'ping' })
    for (const expected of [{ type: 'pong' }, { type: 'pong', payload: { a: [1, null, '"'] } }, { type: 'pong' }]) {
      expect(await client.next()).toEqual(expected)
    }
  })

  it('of ping at the level of WebSockets is answered too', async () => {
    const client = await socket()
    const pong = new Promise<string>((resolve) => client.socket.once('pong', (data: Buffer) => resolve(data.toString())))
    client.socket.ping('are you there?')
    expect(await pong).toBe('are you there?')
  })
})

describe('a subscription', () => {
  it('is sent states until it is completed', async () => {
    const client = await socket()
    client.subscribe('1', seats)
    const first = await client.next()
    expect(first).toEqual({ id: '1', type: 'next', payload: seatsAt(first.payload.data.seatMapChanged.version) })
    const { version } = first.payload.data.seatMapChanged
    office.change(gateway)
    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: seatsAt(version + 1) })
    client.send({ id: '1', type: 'complete' })
    expect(await client.rest()).toEqual([])
    office.change(gateway)
    client.subscribe('2', seats)
    expect(await client.next()).toEqual({ id: '2', type: 'next', payload: seatsAt(version + 2) })
    expect(await client.rest()).toEqual([])
  })

  it('has an id that nothing else has', async () => {
    const client = await socket()
    client.subscribe('one "more"', seats)
    client.subscribe('one "more"', seats)
    expect(await client.closed).toEqual({ code: 4409, reason: 'Subscriber for one "more" already exists' })
  })

  it.each(['__proto__', 'constructor', '"', '\\', '\u0000', '\u2028', 'ä€😀', '\ud800', '😀'.repeat(50), 'x'.repeat(100)])('may be called %j', async (id) => {
    const client = await socket()
    client.subscribe(id, seats)
    expect(await client.next()).toMatchObject({ id, type: 'next' })
    client.send({ id, type: 'complete' })
    client.subscribe(id, '{ movie(id: "m1") { title } }')
    expect(await client.next()).toMatchObject({ id, type: 'next', payload: { data: { movie: { title: 'Metropolis' } } } })
    expect(await client.next()).toEqual({ id, type: 'complete' })
    client.subscribe(id, seats)
    client.subscribe(id, seats)
    expect(await client.closed).toMatchObject({ code: 4409 })
  })

  it('that is completed may be followed at once by one with its id', async () => {
    const client = await socket()
    const release = office.hold()
    const count = office.asked.length
    client.subscribe('1', seats)
    await expect.poll(() => office.asked.length).toBeGreaterThan(count)
    client.send({ id: '1', type: 'complete' })
    client.subscribe('1', '{ movie(id: "m1") { title } }')
    client.send({ id: '1', type: 'complete' })
    client.subscribe('1', 'subscription { seatMapChanged(screeningId: "s1") { full } }')
    release()
    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: { data: { seatMapChanged: { full: true } } } })
    expect(await client.rest()).toEqual([])
  })

  it('that is not there can be completed', async () => {
    const client = await socket()
    client.send({ id: 'unknown', type: 'complete' }, { id: 'unknown', type: 'complete' })
    expect(await client.rest()).toEqual([])
  })

  it('that is completed before its first update gets none', async () => {
    const client = await socket()
    const release = office.hold()
    client.subscribe('1', seats)
    client.send({ id: '1', type: 'complete' })
    release()
    client.subscribe('2', seats)
    expect(await client.next()).toMatchObject({ id: '2', type: 'next' })
    expect(await client.rest()).toEqual([])
  })

  it.each([
    ['does not parse', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
    ['is empty', { query: '' }, 'BAD_USER_INPUT'],
    ['asks for an unknown field', { query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['asks for two fields', { query: 'subscription { a: seatMapChanged(screeningId: "s1") { version } b: seatMapChanged(screeningId: "s2") { version } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['names another operation', { query: 'query A { me { id } }', operationName: 'B' }, 'BAD_USER_INPUT'],
    ['is a wrong query', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['lacks a variable', { query: 'query ($id: ID!) { movie(id: $id) { title } }' }, 'BAD_USER_INPUT'],
  ])('whose document %s gets an error, and the socket lives on', async (_, payload, code) => {
    const client = await socket()
    client.send({ id: '1', type: 'subscribe', payload })
    expect(await client.next()).toEqual({ id: '1', type: 'error', payload: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })] })
    client.subscribe('1', seats)
    expect(await client.next()).toMatchObject({ id: '1', type: 'next' })
  })

  it.each([
    [{ after: 'x' }, 'after'],
    [{ after: 2 ** 31 }, 'after'],
    [{ after: { deep: [] } }, 'after'],
  ])('whose variables are %j hears which is wrong', async (variables, field) => {
    const client = await socket()
    client.subscribe('1', seats, variables)
    const { type, payload } = await client.next()
    expect({ type, payload }).toEqual({
      type: 'error',
      payload: [{ message: expect.any(String), extensions: { code: 'BAD_USER_INPUT', fields: { [field]: expect.any(String) } } }],
    })
    expect(await client.rest()).toEqual([])
  })

  it('whose argument became null by a variable is the client\'s fault too', async () => {
    const client = await socket()
    client.subscribe('1', 'subscription ($id: ID = "s1") { seatMapChanged(screeningId: $id) { version } }', { id: null })
    const { type, payload } = await client.next()
    expect({ type, code: payload[0].extensions.code }).toEqual({ type: 'error', code: 'BAD_USER_INPUT' })
  })

  it('of what is unknown gets null and is complete', async () => {
    const client = await socket()
    client.subscribe('1', 'subscription { seatMapChanged(screeningId: "unknown") { version } }')
    expect(await client.next()).toEqual({ id: '1', type: 'next', payload: { data: { seatMapChanged: null } } })
    expect(await client.next()).toEqual({ id: '1', type: 'complete' })
    expect(await client.rest()).toEqual([])
    await expect.poll(() => gateway.live.feed.size.groups).toBe(0)
  })

  it('of what is private says UNAUTHENTICATED to nobody, null to another, and goes on for its owner', async () => {
    const nobody = await socket()
    nobody.subscribe('1', order('of ada'))
    expect(await nobody.next()).toEqual({
      id: '1',
      type: 'next',
      payload: { data: { orderChanged: null }, errors: [expect.objectContaining({ path: ['orderChanged'], extensions: { code: 'UNAUTHENTICATED' } })] },
    })
    expect(await nobody.next()).toEqual({ id: '1', type: 'complete' })

    const bob = await socket({ init: people.signIn('bob').bearer })
    bob.subscribe('1', order('of ada'))
    expect(await bob.next()).toEqual({ id: '1', type: 'next', payload: { data: { orderChanged: null } } })
    expect(await bob.next()).toEqual({ id: '1', type: 'complete' })

    const ada = await socket({ init: people.signIn('ada').bearer })
    ada.subscribe('1', order('of ada'))
    expect(await ada.next()).toMatchObject({ payload: { data: { orderChanged: { id: 'of ada' } } } })
    expect(await ada.rest()).toEqual([])
  })

  it('may have a variable of any name', async () => {
    const client = await socket()
    const query = 'subscription ($__proto__: ID!) { seatMapChanged(screeningId: $__proto__) { version } }'
    client.send(`{"id":"1","type":"subscribe","payload":{"query":"${query}","variables":{"__proto__":"s1"}}}`)
    expect(await client.next()).toMatchObject({ type: 'next', payload: { data: { seatMapChanged: { version: expect.any(Number) } } } })
  })

  it('may call its answer __proto__', async () => {
    const client = await socket()
    client.subscribe('1', 'subscription { __proto__: seatMapChanged(screeningId: "s1") { version } }')
    const { payload } = await client.next()
    // To the executor of @apollo/gateway it is a key like no other.
    const isAnswered = process.env['GATEWAY_EXECUTOR'] !== 'apollo'
    expect(Object.entries(payload.data)).toEqual([['__proto__', isAnswered ? { version: 3 } : null]])
  })

  it.each(['constructor', 'hasOwnProperty', 'toString'])('may call its answer %s', async (key) => {
    const client = await socket()
    client.subscribe('1', `subscription { ${key}: seatMapChanged(screeningId: "s1") { ${key}: version } }`)
    const { type, payload } = await client.next()
    expect({ type, keys: Object.keys(payload.data), inner: Object.keys(Object.values<object>(payload.data)[0] ?? {}) }).toEqual({ type: 'next', keys: [key], inner: [key] })
  })
})

describe('a query or a mutation', () => {
  it('is answered and complete', async () => {
    const client = await socket({ init: people.signIn('ada').bearer })
    client.subscribe('q', 'query ($id: ID!) { movie(id: $id) { title } me { id } }', { id: 'm1' })
    expect(await client.next()).toEqual({ id: 'q', type: 'next', payload: { data: { movie: { title: 'Metropolis' }, me: { id: 'ada' } } } })
    expect(await client.next()).toEqual({ id: 'q', type: 'complete' })
    client.subscribe('m', 'mutation { signOutEverywhere }')
    expect(await client.next()).toEqual({ id: 'm', type: 'next', payload: { data: { signOutEverywhere: 1 } } })
    expect(await client.next()).toEqual({ id: 'm', type: 'complete' })
  })

  it('tells its faults in its answer', async () => {
    const client = await socket()
    client.subscribe('m', 'mutation { signOutEverywhere }')
    expect(await client.next()).toMatchObject({
      id: 'm', type: 'next', payload: { errors: [{ path: ['signOutEverywhere'], extensions: { code: 'UNAUTHENTICATED' } }] },
    })
    expect(await client.next()).toEqual({ id: 'm', type: 'complete' })
  })

  it('is logged with one line, as over HTTP', async () => {
    gateway.log.splice(0)
    const client = await socket()
    client.subscribe('m', 'mutation Leave { signOutEverywhere }')
    expect([(await client.next()).type, (await client.next()).type]).toEqual(['next', 'complete'])
    expect(gateway.log.filter(({ msg }) => msg === 'request')).toMatchObject([{ operation: 'Leave', kind: 'mutation', codes: ['UNAUTHENTICATED'], ms: expect.any(Number) }])
  })

  it('tells which variable is wrong', async () => {
    const client = await socket()
    client.subscribe('q', 'query ($id: ID!) { movie(id: $id) { title } }', { id: { no: 'id' } })
    expect(await client.next()).toMatchObject({ id: 'q', type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT', fields: { id: expect.any(String) } } }] })
  })
})

describe('the client of graphql-ws', () => {
  it('comes again when its session has ended, as nobody, and goes on with what is public', async () => {
    const session = people.signIn('ada')
    const closes: unknown[] = []
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: session.bearer,
      retryWait: async () => undefined,
      // oxlint-disable-next-line typescript/no-explicit-any -- typed as unknown there
      on: { closed: (event: any) => void closes.push(event.code) },
    })
    onTestFinished(() => client.dispose())
    const viewers = client.iterate({ query: 'subscription { seatMapChanged(screeningId: "s1") { viewer } }' })
    expect((await viewers.next()).value).toMatchObject({ data: { seatMapChanged: { viewer: expect.stringContaining('ada') } } })
    await people.revoke(gateway, session)
    expect((await viewers.next()).value).toEqual({ data: { seatMapChanged: { viewer: 'nobody' } } })
    expect(closes).toEqual([4410])
    await viewers.return?.()
  })

  it('subscribes, asks, and comes again when the gateway it was at has stopped', async () => {
    const { subgraphs, supergraphSdl } = office
    const first = await startTestGateway({ subgraphs, supergraphSdl })
    const second = await startTestGateway({ subgraphs, supergraphSdl })
    onTestFinished(() => second.stop())
    const urls = [first.url, second.url]
    const closes: unknown[] = []
    const client = createClient({
      url: () => `${(urls.shift() ?? second.url).replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      shouldRetry: () => true,
      retryWait: async () => undefined,
      // oxlint-disable-next-line typescript/no-explicit-any -- typed as unknown there
      on: { closed: (event: any) => void closes.push(event.code) },
    })
    onTestFinished(() => client.dispose())
    const updates = client.iterate({ query: 'subscription { seatMapChanged(screeningId: "s1") { version tickets { id } } }' })
    expect((await updates.next()).value).toMatchObject({ data: { seatMapChanged: { tickets: [{ id: 't1' }] } } })
    const questions = client.iterate({ query: '{ movie(id: "m1") { title } }' })
    expect(await questions.next()).toEqual({ done: false, value: { data: { movie: { title: 'Metropolis' } } } })
    expect(await questions.next()).toMatchObject({ done: true })
    await first.stop()
    expect((await updates.next()).value).toMatchObject({ data: { seatMapChanged: { tickets: [{ id: 't1' }] } } })
    expect(closes).toEqual([1001])
    await updates.return?.()
  })
})
