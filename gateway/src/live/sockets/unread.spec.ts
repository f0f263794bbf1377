import { createLogger } from '@mov-ticket/service-kit'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createRateLimits } from '../../limits/rate-limits.js'
import { createConnectionLimits } from '../connection-limits.js'
import { createLiveSessions } from '../live-sessions.js'
import { createDocuments } from '../operations/documents.js'
import { createSlowConsumers } from '../slow-consumers.js'
import { clientFrame, frames } from '../testing/raw-upgrade.js'
import { createWebSocketEndpoint } from './websocket-endpoint.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

/** A socket of a client that reads nothing at all, not even what its kernel would take. */
async function given({ patienceMs }: { readonly patienceMs: number }) {
  const logger = createLogger({ service: 'gateway', level: 'silent' })
  const rates = createRateLimits({ readsPerSecond: 1_000, mutationsPerSecond: 1, anonymousMutationsPerSecond: 1 })
  const endpoint = createWebSocketEndpoint({
    registry: null,
    rates,
    logger,
    documents: createDocuments({ limits: { tokens: 1_000, depth: 15, aliases: 30, directives: 30, cost: 1_000 }, introspection: true }),
    feed: { watch: () => ({ version: null, leave: () => undefined }), ring: () => undefined, size: { channels: 0, groups: 0 }, stop: () => undefined },
    graph: { executeOperation: () => Promise.reject(new Error('There is no graph.')) },
    runBounded: (task) => task(),
    liveSessions: createLiveSessions({ sessions: { check: async () => null }, now: Date.now, freshMs: 0, logger }),
    slowConsumers: createSlowConsumers({ patienceMs }),
    connectionLimits: createConnectionLimits({ inAll: 1, perAddress: 1, perUser: 1 }, { perConnection: 1, perAddress: 1, perUser: 1 }),
    allowedOrigins: [], secureCookies: 'never', trustedProxies: 0, maxMessageBytes: 65_536, beatEveryMs: 1_000_000,
  })
  // Nothing that is written is ever taken.
  const tcp = new Duplex({ read: () => undefined, write: () => undefined })
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method: 'GET', url: '/graphql' })
  Object.assign(request.headers, {
    upgrade: 'websocket', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13', 'sec-websocket-protocol': 'graphql-transport-ws',
  })
  endpoint.upgrade(request, tcp, Buffer.alloc(0))
  onTestFinished(() => endpoint.stop())
  await vi.waitUntil(() => endpoint.size === 1)
  async function say(message: object): Promise<void> {
    tcp.push(clientFrame(frames.text, JSON.stringify(message)))
    await nextTurn()
  }
  await say({ type: 'connection_init' })
  return { endpoint, tcp, say }
}

describe('a client that does not read', () => {
  it('may leave unread what is little, and is cut off where that becomes too much, however slowly it asks for it', async () => {
    const { endpoint, tcp, say } = await given({ patienceMs: 1_000_000_000 })
    const padding = 'x'.repeat(10_000)
    let unread = 0
    for (let count = 0; count < 100 && !tcp.destroyed; count++) {
      await say({ type: 'ping', payload: { padding } })
      unread = Math.max(unread, tcp.writableLength)
      vi.advanceTimersByTime(2_000)
    }
    await vi.waitUntil(() => endpoint.size === 0)
    expect(unread).toBeGreaterThan(200_000)
    expect(unread).toBeLessThan(280_000)
  })

  it('is cut off after a while, however little it left unread', async () => {
    const { endpoint, tcp, say } = await given({ patienceMs: 10_000 })
    await say({ type: 'ping' })
    vi.advanceTimersByTime(9_900)
    expect(tcp.destroyed).toBe(false)
    vi.advanceTimersByTime(1_200)
    await vi.waitUntil(() => endpoint.size === 0)
    expect(tcp.destroyed).toBe(true)
  })
})
