import { EventEmitter, once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller } from './caller.js'
import { currentCorrelation } from './correlation.js'
import { forbidden } from './faults.js'
import { createLogger } from './logger.js'
import { IDENTITY_HEADER, signCaller } from './signed-caller.js'
import { startSubgraph } from './start-subgraph.js'
import type { Subgraph } from './start-subgraph.js'

const secret = 'a secret that is long enough for specs'
const anonymous: Caller = { identity: null, address: '192.0.2.1', userAgent: 'spec' }
const signed = () => signCaller(anonymous, { secret, audience: 'films', now: new Date() })

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { address: String! correlation: String broken: Int forbidden: Int slow: Int lost: Int number(of: Int!): Int }
`

let subgraph: Subgraph
let lines: string[] = []
const slow = new EventEmitter()

async function start(readiness: Record<string, () => Promise<void>> = {}): Promise<void> {
  lines = []
  subgraph = await startSubgraph<{ caller: Caller }>({
    name: 'films', typeDefs, host: '127.0.0.1', port: 0, secret, readiness,
    logger: createLogger({ service: 'films', level: 'info', destination: { write: (line) => void lines.push(line) } }),
    context: (caller, response) => {
      response.setHeader('x-made-by', 'context')
      return { caller }
    },
    resolvers: {
      Query: {
        address: (_: unknown, __: unknown, context: { caller: Caller }) => context.caller.address,
        correlation: () => delay(1).then(() => currentCorrelation()?.correlationId),
        broken: () => { throw new Error('mongodb://user:pass@db refused') },
        lost: () => { throw Object.assign(new Error('10.0.0.3:27017 closed'), { name: 'MongoNetworkError' }) },
        forbidden: () => { throw forbidden() },
        slow: async () => {
          slow.emit('started')
          await once(slow, 'finish')
          return 1
        },
        number: (_: unknown, { of }: { of: number }) => of,
      },
    },
  })
}

afterEach(() => subgraph.stop())

const url = (path: string) => `http://127.0.0.1:${subgraph.port}${path}`

function post(query: string, headers: Record<string, string> = { [IDENTITY_HEADER]: signed() }) {
  return fetch(url('/graphql'), {
    method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }),
  })
}
interface Answer { data?: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string } }[] }
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a test looks at
const answerOf = async (response: Response) => (await response.json()) as Answer
const codeOf = async (query: string) => (await answerOf(await post(query))).errors?.[0]?.extensions.code

describe('a subgraph', () => {
  it('answers the gateway, with the headers that the context set', async () => {
    await start()
    const response = await post('{ address }')
    expect(response.status).toBe(200)
    expect(response.headers.get('x-made-by')).toBe('context')
    expect(await response.json()).toEqual({ data: { address: '192.0.2.1' } })
  })

  it('refuses whoever did not sign, before it looks at the body', async () => {
    await start()
    const forged = signCaller(anonymous, { secret: 'another secret, also long enough', audience: 'films', now: new Date() })
    for (const headers of [{}, { [IDENTITY_HEADER]: 'nonsense' }, { [IDENTITY_HEADER]: forged }]) {
      const response = await fetch(url('/graphql'), { method: 'POST', headers, body: '{not even json' })
      expect(response.status).toBe(401)
      expect((await answerOf(response)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    }
  })

  it('runs a request under its correlation id', async () => {
    await start()
    const response = await post('{ correlation }', { [IDENTITY_HEADER]: signed(), 'x-correlation-id': 'abc-1' })
    expect(await response.json()).toEqual({ data: { correlation: 'abc-1' } })
  })

  it('passes faults, and masks and logs everything else', async () => {
    await start()
    const { errors = [] } = await answerOf(await post('{ forbidden broken lost }'))
    const codes = Object.fromEntries(errors.map((error) => [error.extensions.code, error.message]))
    expect(codes['FORBIDDEN']).toBe('You may not do this.')
    expect(codes['INTERNAL']).toBe('Something went wrong on our side.')
    expect(codes['UNAVAILABLE']).toContain('try again')
    expect(JSON.stringify(errors)).not.toContain('mongodb://')
    expect(lines.join('')).toContain('start-subgraph.spec.ts')
  })

  it('says what is wrong with a document', async () => {
    await start()
    expect(await codeOf('{ nothing }')).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(await codeOf('{ number(of: "x") }')).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(await codeOf('{')).toBe('GRAPHQL_PARSE_FAILED')
    expect(await codeOf('{ __schema { types { name } } }')).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  it('refuses what is not JSON, and bodies above 1 MB, declared or not', async () => {
    await start()
    const headers = { [IDENTITY_HEADER]: signed() }
    expect((await fetch(url('/graphql'), { method: 'POST', headers, body: '{' })).status).toBe(400)
    expect((await fetch(url('/graphql'), { method: 'POST', headers, body: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect(await statusOfChunked('x'.repeat(10_000_000))).toBe(413)
  })

  it('is not ready, and says why, while something that it needs is away', async () => {
    await start({ mongodb: () => Promise.reject(new Error('away')), redis: () => Promise.resolve() })
    const response = await fetch(url('/readyz'))
    expect([response.status, await response.json()]).toEqual([503, { ready: false, missing: ['mongodb'] }])
    expect((await fetch(url('/healthz'))).status).toBe(200)
    expect((await fetch(url('/elsewhere'), { headers: { [IDENTITY_HEADER]: signed() } })).status).toBe(404)
  })

  it('stops: a running request ends, idle connections close, new ones are refused', async () => {
    await start()
    await (await post('{ address }')).text()
    const started = once(slow, 'started')
    const running = post('{ slow }')
    await started
    const stopped = subgraph.stop()
    expect(subgraph.stop()).toBe(stopped)
    await expect.poll(() => fetch(url('/healthz')).then(() => 'answered', () => 'refused')).toBe('refused')
    slow.emit('finish')
    expect(await (await running).json()).toEqual({ data: { slow: 1 } })
    await stopped
  })

  it('rejects where its port is taken', async () => {
    await start()
    const taken = createServer()
    await expect(
      new Promise((resolve, reject) => taken.once('error', reject).listen(subgraph.port, '127.0.0.1', () => resolve(1))),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

/** A body without a declared length; node's own client, because it reads an answer that comes before the body's end. */
function statusOfChunked(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers: { [IDENTITY_HEADER]: signed(), 'transfer-encoding': 'chunked' } }
    const request = httpRequest(url('/graphql'), options, (response) => {
      resolve(response.statusCode)
      response.resume()
      request.destroy()
    })
    request.on('error', reject)
    request.end(body)
  })
}
