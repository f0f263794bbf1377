import { once } from 'node:events'
import { Agent } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startTestGateway } from '../../testing/test-gateway.js'
import type { TestGateway } from '../../testing/test-gateway.js'
import { createBoxOffice } from '../testing/box-office.js'
import type { BoxOffice } from '../testing/box-office.js'
import { createPeople } from '../testing/people.js'
import { openTcp } from '../testing/raw-upgrade.js'
import { openStream, openStreamAt } from '../testing/stream-client.js'
import type { StreamClient, StreamOptions } from '../testing/stream-client.js'

const people = createPeople()
let office: BoxOffice
let gateway: TestGateway

beforeAll(async () => {
  office = await createBoxOffice()
  const environment = { CORS_ORIGINS: 'https://shop.example', LIVE_BEAT_MS: '100' }
  gateway = await startTestGateway({ ...office, environment, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())

const seats = { query: 'subscription ($after: Int) { seatMapChanged(screeningId: "s1", afterVersion: $after) { version } }' }
const viewer = { query: 'subscription { seatMapChanged(screeningId: "s1") { viewer } }' }
const film = { query: 'query ($id: ID!) { movie(id: $id) { title } }', variables: { id: 'm1' } }
const metropolis = { data: { movie: { title: 'Metropolis' } } }
const order = { query: 'subscription { orderChanged(id: "of ada") { id } }' }
const done = { event: 'complete', data: null }
const both = { accept: 'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed' }

async function post(body: object | string, options?: StreamOptions): Promise<StreamClient> {
  const stream = await openStream(gateway.url, body, options)
  onTestFinished(() => stream.close())
  return stream
}

async function get(given: Readonly<Record<string, string>>, options: StreamOptions = {}): Promise<StreamClient> {
  const stream = await openStreamAt(`${gateway.url}/graphql?${new URLSearchParams(given).toString()}`, null, options)
  onTestFinished(() => stream.close())
  return stream
}

describe('a stream', () => {
  it('brings states until its client goes, and then nobody asks any more', async () => {
    const stream = await post(seats)
    expect(stream.status).toBe(200)
    expect(stream.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform' })
    const first = await stream.next()
    const { version } = first?.data.data.seatMapChanged ?? {}
    expect(first).toEqual({ event: 'next', data: { data: { seatMapChanged: { version: expect.any(Number) } } } })
    office.change(gateway)
    expect(await stream.next()).toEqual({ event: 'next', data: { data: { seatMapChanged: { version: version + 1 } } } })
    stream.close()
    await expect.poll(() => [gateway.live.streams.size, gateway.live.feed.size.groups]).toEqual([0, 0])
  })

  it('is to be had by GET too', async () => {
    const stream = await get({ query: seats.query, variables: '{"after":0}', extensions: '{}' })
    expect(await stream.next()).toMatchObject({ event: 'next', data: { data: { seatMapChanged: {} } } })
  })

  it.each(['POST', 'GET'])('of a query by %s is over with its answer', async (method) => {
    const { query, variables } = film
    const stream = await (method === 'POST' ? post(film) : get({ query, variables: JSON.stringify(variables) }))
    expect([await stream.next(), await stream.next(), await stream.next()]).toEqual([{ event: 'next', data: metropolis }, done, null])
    expect(await stream.text()).toBe(`event: next\ndata: ${JSON.stringify(metropolis)}\n\nevent: complete\ndata:\n\n`)
  })

  it('of a mutation too', async () => {
    const stream = await post({ query: 'mutation { signOutEverywhere }' }, { headers: people.signIn('ada').bearer })
    expect([await stream.next(), await stream.next()]).toEqual([{ event: 'next', data: { data: { signOutEverywhere: 1 } } }, done])
  })

  it('of what is unknown, or needs a session that is not there, says so and is over', async () => {
    const unknown = await post({ query: 'subscription { seatMapChanged(screeningId: "unknown") { version } }' })
    expect([await unknown.next(), await unknown.next()]).toEqual([{ event: 'next', data: { data: { seatMapChanged: null } } }, done])
    const nobody = await post(order)
    expect([await nobody.next(), await nobody.next()]).toMatchObject([
      { event: 'next', data: { data: { orderChanged: null }, errors: [{ path: ['orderChanged'], extensions: { code: 'UNAUTHENTICATED' } }] } }, done,
    ])
  })

  it('is open before there is anything to tell', async () => {
    const release = office.hold()
    onTestFinished(release)
    const stream = await post(viewer)
    expect({ status: stream.status, type: stream.headers['content-type'] }).toEqual({ status: 200, type: 'text/event-stream; charset=utf-8' })
    await expect.poll(() => stream.received).toMatch(/^(?::\n\n)+$/)
    release()
    expect(await stream.next()).toMatchObject({ event: 'next' })
  })

  it('without news gets a comment now and then', async () => {
    const stream = await post(seats)
    await expect.poll(() => stream.comments).toBeGreaterThan(2)
  })

  it('that its client leaves before its first update leaves nothing behind', async () => {
    const release = office.hold()
    onTestFinished(release)
    const count = office.asked.length
    const tcp = await openTcp(gateway.url)
    tcp.write(`POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${JSON.stringify(viewer).length}\r\n\r\n${JSON.stringify(viewer)}`)
    await expect.poll(() => office.asked.length).toBeGreaterThan(count)
    tcp.resetAndDestroy()
    await expect.poll(() => [gateway.live.streams.size, gateway.live.feed.size.groups]).toEqual([0, 0])
  })
})

describe('what is wrong', () => {
  it.each([
    ['does not parse', { query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
    ['is no document', { query: 1 }, 'BAD_USER_INPUT'],
    ['asks for an unknown field', { query: 'subscription { nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['is a wrong query', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['is a list', [seats], 'BAD_USER_INPUT'],
    ['has variables that are a list', { ...seats, variables: [] }, 'BAD_USER_INPUT'],
  ])('because it %s is told as JSON with status 400', async (_, body, code) => {
    const stream = await post(body)
    expect(stream.status).toBe(400)
    expect(stream.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(await stream.text())).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code } }] })
  })

  it('in variables is told by name', async () => {
    for (const stream of [await post({ ...seats, variables: { after: 'x' } }), await get({ query: seats.query, variables: '{"after":"x"}' })]) {
      expect(stream.status).toBe(400)
      expect(JSON.parse(await stream.text()).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', fields: { after: expect.any(String) } })
    }
    expect((await get({ query: seats.query, variables: '{' })).status).toBe(400)
  })

  it('with us is not told as the client\'s fault', async () => {
    people.trouble = 'away'
    onTestFinished(() => void (people.trouble = null))
    const away = await post(seats, { headers: people.signIn('ada').bearer })
    expect({ status: away.status, retry: away.headers['retry-after'] }).toEqual({ status: 503, retry: '1' })
    expect(JSON.parse(await away.text())).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] })
    expect((await post(seats)).status).toBe(200)
  })
})

describe('who takes JSON and events', () => {
  it('gets JSON for queries, mutations and what is wrong, and a stream for subscriptions', async () => {
    const query = await post(film, { headers: both })
    expect(query.headers['content-type']).toMatch(/json/)
    expect(JSON.parse(await query.text())).toEqual(metropolis)
    const mutation = await post({ query: 'mutation { signOutEverywhere }' }, { headers: { ...both, ...people.signIn('ada').bearer } })
    expect(JSON.parse(await mutation.text())).toEqual({ data: { signOutEverywhere: 1 } })
    const wrong = await post({ query: 'subscription { nothing }' }, { headers: both })
    expect({ status: wrong.status, type: wrong.headers['content-type'] }).toEqual({ status: 400, type: expect.stringContaining('json') })
    const stream = await post(seats, { headers: both })
    expect(await stream.next()).toMatchObject({ event: 'next' })
    const anything = await post(seats, { headers: { accept: '*/*, text/event-stream' } })
    expect(await anything.next()).toMatchObject({ event: 'next' })
  })
})

const cookie = () => people.signIn('ada').cookie

describe('a page of another host', () => {
  const mutation = { query: 'mutation { signOutEverywhere }' }

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'https://shop.example.evil.example'])('(%s) may not open streams', async (origin) => {
    const asked = office.asked.length
    for (const stream of [await post(viewer, { headers: { origin, ...cookie() } }), await get(viewer, { headers: { origin, ...cookie() } })]) {
      expect(stream.status).toBe(403)
      expect(JSON.parse(await stream.text())).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
      expect(stream.headers['access-control-allow-origin']).toBeUndefined()
    }
    expect(office.asked).toHaveLength(asked)
  })

  it('may where it is this host, or on the list', async () => {
    for (const origin of [gateway.url, 'https://shop.example']) {
      for (const stream of [await post(viewer, { headers: { origin, ...cookie() } }), await get(viewer, { headers: { origin, ...cookie() } })]) {
        expect(stream.status).toBe(200)
        expect(await stream.next()).toMatchObject({ event: 'next' })
      }
    }
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('can\'t start anything by a POST of %s, which browsers send unasked', async (type) => {
    const asked = office.asked.length
    for (const accept of ['text/event-stream', both.accept]) {
      expect((await post(viewer, { headers: { 'content-type': type, accept, ...cookie() } })).status).toBe(400)
    }
    expect(office.asked).toHaveLength(asked)
  })

  it('can\'t start anything by a GET without CORS, which has the cookie and no Origin', async () => {
    const asked = office.asked.length
    for (const { query } of [viewer, film, mutation]) {
      expect((await get({ query }, { headers: { ...cookie(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } })).status).toBe(403)
      expect((await get({ query }, { headers: { ...cookie(), 'sec-fetch-site': 'same-site' } })).status).toBe(403)
      expect((await get({ query }, { headers: cookie() })).status).toBe(400)
    }
    expect(office.asked).toHaveLength(asked)
  })

  it('is none where the browser, or a header that pages must ask for, says so', async () => {
    for (const proof of [{ 'sec-fetch-site': 'same-origin' }, { 'apollo-require-preflight': 'true' }]) {
      const stream = await get(viewer, { headers: { ...cookie(), ...proof } })
      expect((await stream.next())?.data.data.seatMapChanged.viewer).toMatch(/^ada /)
    }
    expect(await (await get(viewer, { headers: people.signIn('ada').bearer })).next()).toMatchObject({ event: 'next' })
  })
})

describe('a method', () => {
  it('GET changes nothing', async () => {
    const stream = await get({ query: 'mutation { signOutEverywhere }' }, { headers: people.signIn('ada').bearer })
    expect({ status: stream.status, allow: stream.headers['allow'] }).toEqual({ status: 405, allow: 'POST' })
  })

  it.each(['PUT', 'PATCH'])('%s is none for streams', async (method) => {
    const stream = await post(seats, { method })
    expect({ status: stream.status, allow: stream.headers['allow'] }).toEqual({ status: 405, allow: 'GET, POST' })
  })
})

describe('a session that ends', () => {
  it('ends its streams with a last word, and no others', async () => {
    const [ended, other] = [people.signIn('ada'), people.signIn('ada')]
    const streams = [await post(viewer, { headers: ended.cookie }), await post(order, { headers: ended.bearer }), await post(seats, { headers: ended.bearer })]
    const kept = await post(viewer, { headers: other.cookie })
    for (const stream of [...streams, kept]) expect(await stream.next()).toMatchObject({ event: 'next' })
    await people.revoke(gateway, ended)
    for (const stream of streams) {
      expect([await stream.next(), await stream.next(), await stream.next()]).toMatchObject([
        { event: 'next', data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }, done, null,
      ])
    }
    expect(gateway.live.streams.size).toBe(1)
    office.change(gateway)
    expect((await kept.next())?.data.data.seatMapChanged.viewer).toContain(other.sessionId)
  })

  it('before the first update ends it too', async () => {
    const session = people.signIn('ada')
    const release = office.hold()
    onTestFinished(release)
    const count = office.asked.length
    const opening = post(viewer, { headers: session.cookie })
    await expect.poll(() => office.asked.length).toBeGreaterThan(count)
    await people.revoke(gateway, session)
    const stream = await opening
    expect([await stream.next(), await stream.next()]).toMatchObject([{ event: 'next', data: { errors: [{}] } }, done])
  })
})

describe('a stream behind another request of its connection', () => {
  it('is refused, and none is left when the connection closes', async () => {
    const tcp = await openTcp(gateway.url)
    const body = JSON.stringify(seats)
    const request = `POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    tcp.write(request.repeat(20))
    await once(tcp, 'data')
    await expect.poll(() => gateway.live.streams.size).toBe(1)
    tcp.destroy()
    await expect.poll(() => [gateway.live.streams.size, gateway.live.feed.size.groups]).toEqual([0, 0])
  })

  it('may begin when that is answered', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    for (let time = 0; time < 12; time++) {
      const stream = await post(film, { agent })
      expect(await stream.next()).toEqual({ event: 'next', data: metropolis })
      await stream.closed
    }
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1)
  })
})

describe('a gateway that stops', () => {
  it('ends its streams without a last word, so that clients come again, and begins no others', async () => {
    const other = await startTestGateway({ ...office, whoIs: (token) => people.whoIs(token) })
    const streams = [await openStream(other.url, seats), await openStream(other.url, seats)]
    for (const stream of streams) await stream.next()
    const tcp = await openTcp(other.url)
    const stopping = other.shutdown.stop()
    const body = JSON.stringify(seats)
    tcp.write(`POST /graphql HTTP/1.1\r\nhost: x\r\naccept: text/event-stream\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
    expect(String(await once(tcp, 'data'))).toMatch(/^HTTP\/1.1 503 /)
    for (const stream of streams) {
      expect(await stream.next()).toBeNull()
      expect(await stream.text()).not.toContain('complete')
    }
    expect(await stopping).toBe(true)
    await other.stop()
  })

  it('while a stream waits for auth, does not wait for that stream', async () => {
    const other = await startTestGateway({ ...office, whoIs: (token) => people.whoIs(token) })
    let answer: (() => void) | undefined
    people.trouble = new Promise<void>((resolve) => (answer = resolve))
    onTestFinished(() => void (people.trouble = null))
    const opening = openStream(other.url, seats, { headers: people.signIn('ada').bearer }).then(() => 'opened', () => 'closed')
    await expect.poll(() => other.questions.length).toBe(1)
    const stopping = other.shutdown.stop()
    answer?.()
    expect(await opening).toBe('closed')
    expect(await stopping).toBe(true)
    await other.stop()
  })
})
