import { EventEmitter, once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

/** orders never answers; it says when it is asked, and when the one who asked hung up. */
const orders = new EventEmitter()
let gateway: TestGateway

beforeAll(async () => {
  gateway = await startTestGateway({
    // No fetch of its own ends before the operation's deadline.
    environment: { GATEWAY_EXECUTOR: 'engine', OPERATION_TIMEOUT_MS: '300', SUBGRAPH_TIMEOUT_MS: '60000', ORDER_WAIT_MS: '60000' },
    subgraphs: {
      tickets: { resolvers: { Query: { screening: (_: unknown, { id }: { id: string }) => ({ id, version: 3 }) } } },
      orders: {
        http: (request, response) => {
          response.once('close', () => orders.emit('closed'))
          request.resume().once('end', () => orders.emit('asked'))
        },
      },
    },
    whoIs: () => ({ userId: 'u1', sessionId: 'x1', role: 'CUSTOMER', expiresAt: '2999-01-01T00:00:00.000Z' }),
  })
})
afterAll(() => gateway.stop())

describe('an operation whose time is up', () => {
  it('is answered with what came, and hangs up on who did not', async () => {
    const closed = once(orders, 'closed')
    const { body } = await gateway.post({ query: '{ order(id: "o1") { status } screening(id: "s1") { version } }' })
    expect(body).toEqual({
      data: { order: null, screening: { version: 3 } },
      errors: [{ message: expect.any(String), path: ['order'], extensions: { code: 'UNAVAILABLE' } }],
    })
    await closed
  })
})

describe('an operation whose client is gone', () => {
  it('hangs up on subgraphs at once', async () => {
    const [asked, closed] = [once(orders, 'asked'), once(orders, 'closed')]
    const gone = new AbortController()
    const request = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ order(id: "o1") { status } }' }),
      signal: gone.signal,
    })
    await asked
    gone.abort()
    await expect(request).rejects.toThrow('aborted')
    await closed
  })
})
