import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestGateway } from '../../testing/test-gateway.js'
import type { TestGateway } from '../../testing/test-gateway.js'
import { createBoxOffice } from '../testing/box-office.js'
import { clientFrame, frames, openTcp, rawUpgrade, upgradeRequest } from '../testing/raw-upgrade.js'
import { connect, openSocket } from '../testing/socket-client.js'

let gateway: TestGateway

beforeAll(async () => {
  gateway = await startTestGateway(await createBoxOffice())
})
afterAll(() => gateway.stop())

const init = JSON.stringify({ type: 'connection_init' })
const seats = 'subscription { seatMapChanged(screeningId: "s1") { version } }'

/** How many sockets are left when they had time to go, and whether the gateway still answers. */
async function leftovers() {
  await vi.waitUntil(() => gateway.live.sockets.size === 0, 5_000)
  return { sockets: gateway.live.sockets.size, status: (await gateway.post({ query: '{ movie(id: "m1") { title } }' })).status }
}
const nothing = { sockets: 0, status: 200 }

describe('frames that break the protocol', () => {
  const broken: [string, Buffer][] = [
    ['not masked', clientFrame(frames.text, init, { masked: false })],
    ['with a reserved bit', clientFrame(0xc1, init)],
    ['with a reserved opcode', clientFrame(0x83, init)],
    ['text that is not UTF-8', clientFrame(frames.text, Buffer.from([0xff, 0xfe]))],
    ['a ping in pieces', clientFrame(0x09, 'x')],
    ['a ping of 126 bytes', clientFrame(frames.ping, 'x'.repeat(126))],
    ['a continuation of nothing', clientFrame(0x80, 'x')],
    ['a close with half a code', clientFrame(frames.close, 'x')],
    ['a close with a code that does not exist', clientFrame(frames.close, Buffer.from([0x03, 0xed]))],
    ['a length of 2^63', Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
    ['no frame at all', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ]

  describe.each(['graphql-transport-ws', 'another'])('with the subprotocol %s', (protocol) => {
    it.each(broken)('%s: end the connection and nothing else', async (_, frame) => {
      const { tcp, head } = await rawUpgrade(gateway.url, { headers: { 'sec-websocket-protocol': protocol } })
      expect(head).toMatch(/^HTTP\/1.1 101 /)
      const closed = once(tcp.resume(), 'close')
      tcp.end(frame)
      await closed
      expect(await leftovers()).toEqual(nothing)
    })
  })

  it('after a subscription stop its updates', async () => {
    const { tcp } = await rawUpgrade(gateway.url)
    tcp.write(Buffer.concat([clientFrame(frames.text, init), clientFrame(frames.text, JSON.stringify({ type: 'ping' }))]))
    await once(tcp, 'data')
    tcp.write(clientFrame(frames.text, JSON.stringify({ id: '1', type: 'subscribe', payload: { query: seats } })))
    await expect.poll(() => gateway.live.feed.size.groups).toBe(1)
    const closed = once(tcp.resume(), 'close')
    tcp.end(clientFrame(frames.text, init, { masked: false }))
    await closed
    await expect.poll(() => gateway.live.feed.size.groups).toBe(0)
  })
})

describe('messages that are too much', () => {
  it('are closed where they nest so deeply that they could not be written again', async () => {
    const client = await connect(gateway.url)
    client.send(`{"type":"ping","payload":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`)
    expect(await client.closed).toMatchObject({ code: 4400 })
    expect(await leftovers()).toEqual(nothing)
  })

  it('and nest in variables get an error', async () => {
    const client = await connect(gateway.url)
    const variables = `{"deep":${'['.repeat(15_000)}${']'.repeat(15_000)}}`
    client.send(`{"id":"1","type":"subscribe","payload":{"query":"${seats.replaceAll('"', '\\"')}","variables":${variables}}}`)
    client.send(`{"id":"2","type":"subscribe","payload":{"query":"{ movie(id: \\"m1\\") { title } }","variables":${variables}}}`)
    const answers = [await client.next(), await client.next()]
    expect(answers.map(({ type }) => type).toSorted()).toEqual(expect.arrayContaining(['next']))
    await client.close()
  })

  it.each([
    ['messages', frames.text, JSON.stringify({ type: 'pong' })],
    ['pings', frames.ping, ''],
    ['pongs', frames.pong, ''],
  ])('as a flood of %s close with 4420', async (_, kind, payload) => {
    const client = await openSocket(gateway.url)
    const flood = Buffer.concat(Array.from({ length: 1_000 }, () => clientFrame(kind, payload)))
    // Past the socket's own back, in one piece.
    Object.getOwnPropertyDescriptor(client.socket, '_socket')?.value.write(flood)
    expect(await client.closed).toEqual({ code: 4420, reason: 'Too many messages' })
  })

  it('from somebody who does not read are bounded by what may lie unread', async () => {
    const { tcp } = await rawUpgrade(gateway.url)
    tcp.pause()
    const closed = new Promise((resolve) => tcp.once('close', resolve))
    const ping = clientFrame(frames.text, JSON.stringify({ type: 'ping', payload: { padding: 'x'.repeat(60_000) } }))
    tcp.write(clientFrame(frames.text, init))
    // Below the limit of messages; what the kernel takes of the answers is not ours.
    const timer = setInterval(() => tcp.write(ping), 10)
    onTestFinished(() => clearInterval(timer))
    await closed
    expect(await leftovers()).toEqual(nothing)
  })
})

describe('an upgrade', () => {
  it.each([
    ['/', 404], ['/graphql/', 404], ['/graphqlx', 404], ['//graphql', 404], ['/GRAPHQL', 404], ['/healthz', 404],
    ['/graphql%0d%0aset-cookie:%20a=b', 404], ['/graphql?x=/graphql', 101], ['/graphql?', 101],
  ])('to %s is answered with %i', async (path, status) => {
    const { tcp, head } = await rawUpgrade(gateway.url, { path })
    onTestFinished(() => void tcp.destroy())
    const [first, ...others] = head.split('\r\n')
    expect(first).toContain(`HTTP/1.1 ${status} `)
    expect(others.join()).not.toMatch(/cookie/i)
  })

  it.each([
    ['without a key', { 'sec-websocket-key': '' }],
    ['with a wrong key', { 'sec-websocket-key': 'x' }],
    ['of another version', { 'sec-websocket-version': '7' }],
    ['with subprotocols that are none', { 'sec-websocket-protocol': 'a b,' }],
  ])('%s is refused and leaves nothing behind', async (_, headers) => {
    const { tcp, head } = await rawUpgrade(gateway.url, { headers })
    expect(head).toMatch(/^HTTP\/1.1 4\d\d /)
    tcp.end()
    await once(tcp.resume(), 'close')
    expect(await leftovers()).toEqual(nothing)
  })

  it('that is given up at once, at any moment, leaves nothing behind', async () => {
    for (let round = 0; round < 50; round++) {
      const tcp = await openTcp(gateway.url)
      tcp.write(upgradeRequest(gateway.url), () => tcp.resetAndDestroy())
    }
    expect(await leftovers()).toEqual(nothing)
  })

  it('that was refused does not keep the gateway from stopping where the client never hangs up', async () => {
    const other = await startTestGateway(await createBoxOffice())
    const held = await Promise.all(['/elsewhere', '/graphql'].map((path) => rawUpgrade(other.url, { path, headers: { origin: 'https://evil.example' } })))
    expect(held.map(({ head }) => head.split('\r\n')[0])).toEqual(['HTTP/1.1 404 Not Found', 'HTTP/1.1 403 Forbidden'])
    const accepted = await rawUpgrade(other.url)
    accepted.tcp.pause()
    expect(await other.shutdown.stop()).toBe(true)
    for (const { tcp } of [...held, accepted]) tcp.destroy()
    await other.stop()
  })

  it('while the gateway stops is refused, and a socket that opens at that moment is closed', async () => {
    const other = await startTestGateway(await createBoxOffice())
    const tcp = await openTcp(other.url)
    const answer = once(tcp, 'data')
    const stopping = other.shutdown.stop()
    tcp.write(upgradeRequest(other.url))
    expect(String(await answer)).toMatch(/^HTTP\/1.1 503 .*\r\nRetry-After: 1\r\n/s)
    expect(await stopping).toBe(true)
    await other.stop()
  })
})

describe('an offer to speak another protocol over the same connection', () => {
  it.each(['h2c', 'foo'])('(%s) is not taken up: the request is answered as it is', async (upgrade) => {
    const tcp = await openTcp(gateway.url)
    onTestFinished(() => void tcp.destroy())
    const body = JSON.stringify({ query: '{ movie(id: "m1") { title } }' })
    const headers = `host: x\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: ${upgrade}\r\nhttp2-settings: AAMAAABkAAQAAP__\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`
    for (let time = 0; time < 2; time++) {
      tcp.write(`POST /graphql HTTP/1.1\r\n${headers}\r\n${body.slice(0, 10)}`)
      tcp.write(body.slice(10))
      let answer = ''
      while (!answer.includes('Metropolis')) answer += String(await once(tcp, 'data'))
      expect(answer).toMatch(/^HTTP\/1.1 200 /)
    }
  })
})
