import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from './testing/test-gateway.js'
import type { TestGateway } from './testing/test-gateway.js'

const running: (() => void)[] = []
let gateway: TestGateway

const movie = (_: unknown, { id }: { id: string }) => new Promise((resolve) => running.push(() => resolve({ id, title: 'Metropolis' })))

beforeAll(async () => {
  gateway = await startTestGateway({ subgraphs: { tickets: { resolvers: { Query: { movie } } } } })
})
afterAll(() => gateway.stop())

describe('a gateway', () => {
  it('is ready when the broker, auth and every subgraph answer', async () => {
    expect(await gateway.get('/healthz')).toMatchObject({ status: 200 })
    expect(await gateway.get('/readyz')).toMatchObject({ status: 200, body: { ready: true, missing: [] } })
  })

  it('that stops answers what it was asked before, takes nothing new, and stops once', async () => {
    const asked = gateway.post({ query: '{ movie(id: "m1") { title } }' })
    await expect.poll(() => running.length).toBe(1)
    const stopped = Promise.all([gateway.shutdown.stop(), gateway.shutdown.stop()])
    for (const finish of running) finish()
    expect((await asked).body).toEqual({ data: { movie: { title: 'Metropolis' } } })
    expect(await stopped).toEqual([true, true])
    await expect(gateway.get('/healthz')).rejects.toThrow('fetch failed')
  })
})

describe('a gateway before subgraphs that are not there', () => {
  it('says which, and lives', async () => {
    const lonely = await startTestGateway({ subgraphs: { tickets: 'absent', orders: { http: (_, response) => void response.writeHead(503).end() } } })
    try {
      expect(await lonely.get('/readyz')).toMatchObject({ status: 503, body: { ready: false, missing: ['tickets', 'orders'] } })
      expect((await lonely.get('/healthz')).status).toBe(200)
    } finally {
      await lonely.stop()
    }
  })
})
