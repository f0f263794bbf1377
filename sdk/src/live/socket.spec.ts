import { expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import { anOperation } from '../testing/an-operation.js'
import { startSocketServer } from '../testing/socket-server.js'
import type { SocketServer } from '../testing/socket-server.js'
import { isOurMistake } from './close-codes.js'
import { createSocketTransport } from './socket.js'
import type { SocketTimes } from './socket.js'
import type { Result } from './transport.js'

function aTransport(url: string, times: Partial<SocketTimes> = {}, token: string | null = null) {
  const onUp = vi.fn<() => void>()
  const onRefused = vi.fn<() => void>()
  return { ...createSocketTransport({ url, WebSocket, token: () => token, onUp, onRefused, times }), onUp, onRefused }
}

/** A subscription that notes what becomes of it. */
function noting(id = 'map', variables: Readonly<Record<string, unknown>> = {}) {
  const events: unknown[] = []
  const subscription = {
    operation: anOperation, id, variables,
    next: (result: Result) => void events.push(result.data),
    lost: () => void events.push('lost'),
    renewed: () => void events.push('renewed'),
    failed: ({ code }: { code: string }) => void events.push(code),
    completed: () => void events.push('completed'),
  }
  return { events, subscription }
}

const has = async (server: SocketServer, ...types: string[]) =>
  vi.waitUntil(() => types.every((type) => server.heard.some(({ message }) => message['type'] === type)))
const subscribed = (server: SocketServer) => server.heard.filter(({ message }) => message['type'] === 'subscribe')
const ids = (server: SocketServer) => subscribed(server).map(({ message }) => message['id'])

it('has all subscriptions on one socket, and the first of a kind always under the same id', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url, {}, 'the token')
  const [first, second] = [noting('map', { screeningId: 's1' }), noting()]
  transport.start(first.subscription)
  transport.start(second.subscription)
  await vi.waitUntil(() => subscribed(server).length === 2)
  expect(server.sockets()).toBe(1)
  expect(server.heard.map(({ message }) => message)).toEqual([
    { type: 'connection_init', payload: { authorization: 'Bearer the token' } },
    { type: 'subscribe', id: 'map', payload: { query: anOperation.text, operationName: 'Movies', variables: { screeningId: 's1' } } },
    { type: 'subscribe', id: 'map-2', payload: { query: anOperation.text, operationName: 'Movies', variables: {} } },
  ])
  server.say({ type: 'next', id: 'map', payload: { data: 1 } })
  server.say({ type: 'next', id: 'map-2', payload: { data: 2 } })
  server.say({ type: 'complete', id: 'map' })
  server.say({ type: 'error', id: 'map-2', payload: [{ message: 'slowly', extensions: { code: 'RATE_LIMITED' } }] })
  await vi.waitUntil(() => second.events.length === 2)
  expect([first.events, second.events]).toEqual([[1, 'completed'], [2, 'RATE_LIMITED']])
})

it('gives an id again only when nothing of the one before can come any more', async () => {
  const server = await startSocketServer(onTestFinished, { pongs: false })
  const transport = aTransport(server.url)
  const stop = transport.start(noting().subscription)
  await has(server, 'subscribe')
  stop()
  const next = noting()
  transport.start(next.subscription)
  await vi.waitUntil(() => subscribed(server).length === 2)
  server.say({ type: 'next', id: 'map', payload: { data: 'of the one before' } })
  server.say({ type: 'pong' })
  server.say({ type: 'next', id: 'map-2', payload: { data: 'its own' } })
  await vi.waitUntil(() => next.events.length > 0)
  transport.start(noting().subscription)
  await vi.waitUntil(() => subscribed(server).length === 3)
  expect([next.events, ids(server)]).toEqual([['its own'], ['map', 'map-2', 'map']])
})

it.each([1000, 1001, 1006, 1011, 4408, 4500, 4410, 4413, 4420, 4421, 4503])('comes again after %i', (code) => expect(isOurMistake(code)).toBe(false))
it.each([1009, 4400, 4401, 4403, 4406, 4409, 4429])('tells of a mistake after %i', (code) => expect(isOurMistake(code)).toBe(true))

it('says how a socket was lost: all its subscriptions can be begun again, or have failed', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url)
  const [lost, failed] = [noting(), noting()]
  transport.start(lost.subscription)
  await has(server, 'subscribe')
  server.close(4410, 'Session ended')
  await vi.waitUntil(() => lost.events.length > 0)
  transport.start(failed.subscription)
  await vi.waitUntil(() => subscribed(server).length === 2)
  server.close(4400, 'Invalid message received')
  await vi.waitUntil(() => failed.events.length > 0)
  expect([lost.events, failed.events, transport.onUp.mock.calls.length, transport.onRefused.mock.calls.length]).toEqual([['lost'], ['BAD_ANSWER'], 2, 0])
})

it('leaves a server that says what is no JSON', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url)
  const { events, subscription } = noting()
  transport.start(subscription)
  await has(server, 'subscribe')
  server.sayText('<html>')
  await vi.waitUntil(() => events.length > 0)
  expect(events).toEqual(['lost'])
})

it('notices a link that is dead without a word, and not one on which nothing happens', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url, { beatMs: 5, silenceMs: 10, answerMs: 100 })
  const { events, subscription } = noting()
  transport.start(subscription)
  await vi.waitUntil(() => server.heard.filter(({ message }) => message['type'] === 'ping').length > 3)
  expect(events).toEqual([])
  server.mute()
  await vi.waitUntil(() => events.length > 0)
  expect(events).toEqual(['lost'])
})

it.each([
  ['a server that never answers', async () => (await startSocketServer(onTestFinished, { acknowledges: false })).url],
  ['nobody', async () => 'ws://127.0.0.1:1'],
  ['an address that no page may open', async () => 'ftp://127.0.0.1'],
])('is refused by %s', async (_, start) => {
  const transport = aTransport(await start(), { beatMs: 5, connectMs: 50 })
  const { events, subscription } = noting()
  transport.start(subscription)
  await vi.waitUntil(() => events.length > 0)
  expect([events, transport.onRefused.mock.calls.length, transport.onUp.mock.calls.length]).toEqual([['lost'], 1, 0])
})

it('renews: another socket at once, which counts as no loss', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url)
  const { events, subscription } = noting()
  transport.start({ ...subscription, renewed: () => void transport.start(subscription) })
  await has(server, 'subscribe')
  transport.renew()
  await vi.waitUntil(() => subscribed(server).length === 2)
  expect([server.sockets(), events, transport.onRefused.mock.calls.length]).toEqual([2, [], 0])
})

it('leaves a socket that nobody needs, but not at once', async () => {
  const server = await startSocketServer(onTestFinished)
  const transport = aTransport(server.url, { idleMs: 50 })
  transport.start(noting().subscription)()
  const stop = transport.start(noting().subscription)
  await has(server, 'subscribe')
  stop()
  transport.start(noting().subscription)()
  await vi.waitUntil(() => server.heard.filter(({ message }) => message['type'] === 'complete').length === 2)
  expect(server.sockets()).toBe(1)
})
