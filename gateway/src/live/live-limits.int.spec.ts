import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { createBoxOffice } from './testing/box-office.js'
import { createPeople } from './testing/people.js'
import { openTcp, rawUpgrade, upgradeRequest } from './testing/raw-upgrade.js'
import { connect, openSocket } from './testing/socket-client.js'
import type { SocketClient, SocketOptions } from './testing/socket-client.js'
import { openStream } from './testing/stream-client.js'
import type { StreamClient } from './testing/stream-client.js'

const people = createPeople()
let gateway: TestGateway

beforeAll(async () => {
  const environment = {
    CORS_ORIGINS: 'https://shop.example', TRUST_PROXY: '1', READS_PER_SECOND: '1000', LIVE_BEAT_MS: '200',
    LIVE_CONNECTIONS: '6', LIVE_CONNECTIONS_PER_ADDRESS: '4', LIVE_CONNECTIONS_PER_USER: '2',
    LIVE_SUBSCRIPTIONS_PER_CONNECTION: '3', LIVE_SUBSCRIPTIONS_PER_ADDRESS: '10', LIVE_SUBSCRIPTIONS_PER_USER: '4',
  }
  gateway = await startTestGateway({ ...(await createBoxOffice()), environment, whoIs: (token) => people.whoIs(token) })
})
afterAll(() => gateway.stop())

const seats = 'subscription { seatMapChanged(screeningId: "s1") { version } }'
const tooMany = { type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }] }
const opened: (() => void)[] = []
const from = (address: string) => ({ 'x-forwarded-for': address })

async function socket({ headers, ...options }: SocketOptions & { readonly init?: object } = {}, address = '192.0.2.1'): Promise<SocketClient> {
  const client = await connect(gateway.url, { ...options, headers: { ...from(address), ...headers } })
  opened.push(() => client.socket.terminate())
  return client
}

async function stream(headers: Record<string, string> = {}, address = '192.0.2.1'): Promise<StreamClient> {
  const client = await openStream(gateway.url, { query: seats }, { headers: { ...from(address), ...headers } })
  opened.push(() => client.close())
  return client
}

/** Every place is free again: for all, an address, a user, and their subscriptions. */
async function expectAllFree() {
  await expect.poll(() => [gateway.live.sockets.size, gateway.live.streams.size, gateway.live.sessions.size, gateway.live.feed.size]).toEqual([
    0, 0, 0, { channels: 0, groups: 0 },
  ])
  const { bearer } = people.signIn('ada')
  const open: SocketClient[] = []
  for (const [index, address] of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.2'].entries()) {
    open.push(await connect(gateway.url, { headers: from(address), init: index < 2 ? bearer : {} }))
  }
  for (const [index, client] of open.entries()) for (const id of ['1', '2', '3'].slice(0, index < 2 ? 2 : 3)) client.subscribe(id, seats)
  for (const [index, client] of open.entries()) for (const _ of ['1', '2', '3'].slice(0, index < 2 ? 2 : 3)) expect(await client.next()).toMatchObject({ type: 'next' })
  await Promise.all(open.map((client) => client.close()))
  await expect.poll(() => gateway.live.sockets.size).toBe(0)
}
afterEach(async () => {
  for (const close of opened.splice(0)) close()
  await expectAllFree()
})

describe('connections', () => {
  it('are limited for the process and for each address', async () => {
    for (let index = 0; index < 3; index++) await socket()
    expect((await stream()).status).toBe(200)
    await expect(socket()).rejects.toThrow('429')
    expect((await stream()).status).toBe(429)
    for (let index = 0; index < 2; index++) await socket({}, '192.0.2.2')
    await expect(socket({}, '192.0.2.3')).rejects.toThrow('429')
    const refused = await stream({}, '192.0.2.3')
    expect({ status: refused.status, retry: refused.headers['retry-after'] }).toEqual({ status: 429, retry: '1' })
    expect(JSON.parse(await refused.text())).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 1 } }] })
  })

  it('are told apart by what the nearest proxy says, not by what a client made up', async () => {
    for (let index = 0; index < 4; index++) await socket({}, `203.0.113.${index}, 192.0.2.1`)
    await expect(socket({}, '203.0.113.9, 192.0.2.1')).rejects.toThrow('429')
  })

  it('are limited for each user, over sockets and streams', async () => {
    const [ada, again] = [people.signIn('ada'), people.signIn('ada')]
    await socket({ headers: ada.cookie })
    const open = await stream(again.bearer)
    const refused = await openSocket(gateway.url, { headers: { ...from('192.0.2.1'), ...ada.cookie } })
    refused.send({ type: 'connection_init' })
    expect(await refused.closed).toEqual({ code: 4421, reason: 'Too many connections of this user' })
    expect((await stream(again.cookie)).status).toBe(429)
    await socket({ headers: people.signIn('bob').cookie })
    open.close()
    await expect.poll(() => gateway.live.streams.size).toBe(0)
    expect((await stream(again.cookie)).status).toBe(200)
  })

  it('count before they have said who they are', async () => {
    for (let index = 0; index < 4; index++) {
      const { tcp } = await rawUpgrade(gateway.url, { headers: from('192.0.2.1') })
      opened.push(() => void tcp.destroy())
    }
    await expect(socket()).rejects.toThrow('429')
  })

  it('that are given up while they open do not count', async () => {
    const request = upgradeRequest(gateway.url, { headers: from('192.0.2.1') })
    for (let round = 0; round < 30; round++) {
      const tcp = await openTcp(gateway.url)
      // At once, when it was sent, or with nonsense right behind it.
      if (round % 3 === 0) tcp.write(request, () => tcp.resetAndDestroy())
      else if (round % 3 === 1) tcp.end(request)
      else tcp.write(request + request, () => tcp.destroy())
    }
    await expect.poll(() => gateway.live.sockets.size).toBe(0)
  })

  it('that say nothing are dropped', async () => {
    const { tcp } = await rawUpgrade(gateway.url, { headers: from('192.0.2.1') })
    tcp.resume()
    await expect.poll(() => gateway.live.sockets.size).toBe(0)
    tcp.end()
  })

  it('that answer pings are not', async () => {
    const client = await socket()
    let pings = 0
    client.socket.on('ping', () => pings++)
    await expect.poll(() => pings, { timeout: 5_000 }).toBeGreaterThan(3)
    expect(await client.rest()).toEqual([])
  })
})

describe('operations', () => {
  it('are limited for each connection, and free again when they are over', async () => {
    const client = await socket()
    for (const id of ['1', '2', '3']) {
      client.subscribe(id, seats)
      expect(await client.next()).toMatchObject({ id, type: 'next' })
    }
    client.subscribe('4', seats)
    expect(await client.next()).toMatchObject({ id: '4', ...tooMany })
    client.subscribe('5', '{ movie(id: "m1") { title } }')
    expect(await client.next()).toMatchObject({ id: '5', ...tooMany })
    client.send({ id: '1', type: 'complete' }, { id: '1', type: 'complete' }, { id: '4', type: 'complete' })
    client.subscribe('5', '{ movie(id: "m1") { title } }')
    expect(await client.next()).toMatchObject({ id: '5', type: 'next' })
    expect(await client.next()).toMatchObject({ id: '5', type: 'complete' })
    for (const [query, type] of [['subscription {', 'error'], ['{ nothing }', 'error'], ['subscription { seatMapChanged(screeningId: "unknown") { version } }', 'next']] as const) {
      client.subscribe('6', query)
      expect(await client.next()).toMatchObject({ id: '6', type })
    }
    expect(await client.next()).toMatchObject({ id: '6', type: 'complete' })
    client.subscribe('7', seats)
    expect(await client.next()).toMatchObject({ id: '7', type: 'next' })
  })

  it('are limited for each address, over all connections', async () => {
    const sockets = [await socket(), await socket(), await socket(), await socket()]
    const ids = ['1', '2', '3']
    for (const client of sockets) for (const id of ids) client.subscribe(id, seats)
    const types = await Promise.all(sockets.flatMap((client) => ids.map(async () => (await client.next()).type)))
    expect(types.filter((type) => type === 'error')).toHaveLength(2)
    const other = await socket({}, '192.0.2.2')
    other.subscribe('1', seats)
    expect(await other.next()).toMatchObject({ type: 'next' })
  })

  it('are limited for each user, over all connections', async () => {
    const { cookie } = people.signIn('ada')
    const [first, second] = [await socket({ headers: cookie }), await socket({ headers: cookie })]
    for (const id of ['1', '2', '3']) first.subscribe(id, seats)
    for (const id of ['4', '5']) second.subscribe(id, seats)
    expect(await second.next()).toMatchObject({ id: '5', ...tooMany })
    expect(await second.next()).toMatchObject({ id: '4', type: 'next' })
    await first.close()
    await expect.poll(() => gateway.live.sockets.size).toBe(1)
    second.subscribe('5', seats)
    expect(await second.next()).toMatchObject({ id: '5', type: 'next' })
  })
})

describe('places come back', () => {
  it('however a socket ends', async () => {
    const [one, two] = [people.signIn('ada'), people.signIn('bob')]
    const sockets = [await socket({ headers: one.cookie }), await socket({ headers: one.cookie }), await socket({ init: two.bearer }), await socket()]
    for (const client of sockets) {
      client.subscribe('1', seats)
      await client.next()
    }
    sockets[0]?.socket.terminate()
    sockets[1]?.send('nonsense')
    sockets[3]?.subscribe('1', seats)
    await people.revoke(gateway, two)
    expect((await Promise.all(sockets.map(({ closed }) => closed))).map(({ code }) => code)).toEqual([1006, 4400, 4410, 4409])
  })

  it('however a stream ends', async () => {
    const [one, two] = [people.signIn('ada'), people.signIn('bob')]
    const streams = [await stream(one.cookie), await stream(two.cookie), await stream(two.bearer)]
    const wrong = await openStream(gateway.url, { query: 'subscription {' }, { headers: { ...from('192.0.2.1'), ...one.cookie } })
    expect(wrong.status).toBe(400)
    await people.revoke(gateway, two)
    for (const ended of streams.slice(1)) await ended.closed
    streams[0]?.close()
    const over = await openStream(gateway.url, { query: '{ movie(id: "m1") { title } }' }, { headers: { ...from('192.0.2.1'), ...one.cookie } })
    await over.closed
    people.trouble = 'away'
    expect((await stream(one.cookie)).status).toBe(503)
    people.trouble = null
  })

  it('where a client leaves while auth is asked whose it is', async () => {
    let answer: (() => void) | undefined
    people.trouble = new Promise<void>((resolve) => (answer = resolve))
    gateway.questions.splice(0)
    const { cookie } = people.signIn('ada')
    const client = await openSocket(gateway.url, { headers: { ...from('192.0.2.1'), ...cookie } })
    client.send({ type: 'connection_init' })
    const abandoned = new AbortController()
    const fetched = fetch(`${gateway.url}/graphql?query=${encodeURIComponent(seats)}`, {
      headers: { ...from('192.0.2.1'), ...cookie, accept: 'text/event-stream', 'apollo-require-preflight': '1' }, signal: abandoned.signal,
    }).catch(() => 'abandoned')
    await expect.poll(() => gateway.questions.length).toBe(2)
    client.socket.terminate()
    abandoned.abort()
    expect(await fetched).toBe('abandoned')
    await expect.poll(() => gateway.live.sockets.size).toBe(0)
    answer?.()
    people.trouble = null
  })
})

describe('a page of another host', () => {
  it.each(['https://evil.example', 'null', 'https://shop.example.evil.example', 'https://shop.example:444', 'http://shop.example', 'file://', ''])('(%j) may open no socket', async (origin) => {
    const { tcp, head } = await rawUpgrade(gateway.url, { headers: { ...from('192.0.2.1'), ...people.signIn('ada').cookie, origin } })
    expect(head).toBe('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0')
    tcp.end()
  })

  it('may not by saying two things either', async () => {
    const { tcp, head } = await rawUpgrade(gateway.url, { headers: { ...from('192.0.2.1'), origin: `https://evil.example\r\norigin: ${gateway.url}` } })
    expect(head).toMatch(/^HTTP\/1.1 403 /)
    tcp.end()
  })

  it('may where it is this host, or on the list; programs say nothing', async () => {
    const sockets = [{ origin: gateway.url }, { origin: 'https://shop.example' }, {}].map((headers) => socket({ headers }))
    await expect(Promise.all(sockets)).resolves.toHaveLength(3)
  })
})
