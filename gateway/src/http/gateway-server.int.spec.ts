import { request as httpRequest } from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

let gateway: TestGateway
/** One for each slow screening that is being looked at. */
const slow: (() => void)[] = []

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { CORS_ORIGINS: 'https://shop.example', MAX_IN_FLIGHT: '2' },
    subgraphs: {
      tickets: {
        resolvers: {
          Query: {
            movie: (_: unknown, { id }: { id: string }) => ({ id, title: 'Metropolis' }),
            screening: (_: unknown, { id }: { id: string }) => new Promise((resolve) => slow.push(() => resolve({ id, version: 1 }))),
          },
        },
      },
    },
  })
})
afterAll(() => gateway.stop())

const movie = { query: 'query Film { movie(id: "m1") { title } }' }
const metropolis = { data: { movie: { title: 'Metropolis' } } }
const invalid = (message = expect.any(String)) => ({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] })

describe('HTTP', () => {
  it('answers POST and GET, each with a correlation id and headers that keep browsers from harm', async () => {
    const post = await gateway.post(movie)
    expect(post.body).toEqual(metropolis)
    const get = await gateway.get(`/graphql?query=${encodeURIComponent(movie.query)}`, { 'apollo-require-preflight': '1' })
    expect(get.body).toEqual(metropolis)
    for (const { headers } of [post, get]) {
      expect(headers.get('x-correlation-id')).toMatch(/^[\w-]{36}$/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('strict-transport-security')).toBeNull()
    }
  })

  it('takes over a sane correlation id and replaces others', async () => {
    expect((await gateway.post(movie, { 'x-correlation-id': 'spec-7' })).headers.get('x-correlation-id')).toBe('spec-7')
    expect((await gateway.post(movie, { 'x-correlation-id': '{"evil":1}' })).headers.get('x-correlation-id')).not.toContain('evil')
  })

  it.each([
    ['a syntax error', { query: '{ movie(' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ moovie }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations and no name', { query: 'query A { me { id } } query B { me { id } }' }, 'BAD_USER_INPUT'],
    ['a name that no operation has', { query: 'query A { me { id } }', operationName: 'B' }, 'BAD_USER_INPUT'],
    ['no query', { variables: {} }, 'BAD_USER_INPUT'],
    ['an empty query', { query: '' }, 'BAD_USER_INPUT'],
    ['variables that are none', { ...movie, variables: 'x' }, 'BAD_USER_INPUT'],
    ['a subscription that wants one answer', { query: 'subscription { orderChanged(id: "o1") { id } }' }, 'BAD_USER_INPUT'],
    ['a batch', [movie, movie], 'BAD_USER_INPUT'],
    ['a text instead of an object', '"hello"', 'BAD_USER_INPUT'],
    ['what is not JSON', '{"query":', 'BAD_USER_INPUT'],
  ])('%s is the client\'s fault: 400', async (_, body, code) => {
    const answer = await gateway.post(body)
    expect({ status: answer.status, code: answer.body.errors[0].extensions.code }).toEqual({ status: 400, code })
    expect(answer.body.errors[0].extensions).not.toHaveProperty('stacktrace')
  })

  it('names the field of a variable that does not fit, and asks no subgraph', async () => {
    const time = await gateway.post({ query: 'query ($from: DateTime) { screenings(from: $from) { totalCount } }', variables: { from: 'tomorrow' } })
    expect(time).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT', fields: { from: expect.stringContaining('RFC 3339') } } }] } })
    const input = { screeningId: 's1', ticketIds: [1, {}], idempotencyKey: 'k' }
    const nested = await gateway.post({ query: 'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { __typename } }', variables: { input } })
    expect(nested.body.errors[0].extensions.fields).toEqual({ 'input.ticketIds.1': expect.any(String) })
    const missing = await gateway.post({ query: 'query ($id: ID!) { movie(id: $id) { id } }' })
    expect(missing.body.errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', fields: { id: expect.any(String) } })
  })

  it('refuses what a foreign page could send without asking first', async () => {
    const get = await gateway.get(`/graphql?query=${encodeURIComponent(movie.query)}`)
    const text = await gateway.post(movie, { 'content-type': 'text/plain' })
    const form = await gateway.post('query=%7Bme%7Bid%7D%7D', { 'content-type': 'application/x-www-form-urlencoded' })
    for (const { status, body } of [get, text, form]) {
      expect(status).toBe(400)
      expect(body.errors[0].message).toContain('CSRF')
    }
  })

  it('changes nothing by GET', async () => {
    const { status, headers } = await gateway.get('/graphql?query=mutation%7BsignOut%7D', { 'apollo-require-preflight': '1' })
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('POST')
  })

  it('has nothing elsewhere', async () => {
    expect(await gateway.get('/admin')).toMatchObject({ status: 404, body: invalid() })
    const put = await fetch(`${gateway.url}/graphql`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })
    expect(put.status).toBe(405)
  })

  it('shows nobody the plan', async () => {
    const { body } = await gateway.post(movie, { 'apollo-query-plan-experimental': '1' })
    expect(body).toEqual(metropolis)
  })

  it('logs one line per request, without variables and tokens', async () => {
    gateway.log.splice(0)
    await gateway.post(
      { query: 'query Film($id: ID!) { movie(id: $id) { title } }', variables: { id: 'secret variable' } },
      { authorization: 'Bearer secret-token', 'x-correlation-id': 'spec-log' },
    )
    const lines = gateway.log.filter(({ msg }) => msg === 'request')
    expect(lines).toMatchObject([{ operation: 'Film', kind: 'query', status: 200, codes: [], correlationId: 'spec-log', ms: expect.any(Number) }])
    expect(JSON.stringify(gateway.log)).not.toContain('secret')
  })
})

describe('bodies', () => {
  it('of 10 MB are answered with 413, whether they say their length or not, and the connection lives on', async () => {
    const big = JSON.stringify({ query: `{ movie(id: "${'x'.repeat(10 * 1_048_576)}") { title } }` })
    expect(await gateway.post(big)).toMatchObject({ status: 413, body: invalid('A request has at most 1048576 bytes.') })

    const { hostname, port } = new URL(gateway.url)
    const request = httpRequest({ hostname, port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' } })
    request.end(big)
    const [response] = await once(request, 'response')
    expect(response.statusCode).toBe(413)
    response.resume()
    await once(response, 'end')
    expect((await gateway.post(movie)).status).toBe(200)
  })

  it('of 1 MB are read', async () => {
    const padded = JSON.stringify({ ...movie, extensions: { padding: '' } })
    const body = padded.replace('""', `"${'x'.repeat(1_048_576 - padded.length)}"`)
    expect((await gateway.post(body)).body).toEqual(metropolis)
  })

  it('that are compressed are not', async () => {
    expect((await gateway.post('x', { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('that end too early leave nothing behind', async () => {
    const { hostname, port } = new URL(gateway.url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    socket.end('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query"')
    socket.resume()
    await once(socket, 'close')
    expect((await gateway.post(movie)).status).toBe(200)
  })
})

describe('pages of other origins', () => {
  it('may read answers where they are on the list', async () => {
    const { headers } = await gateway.post(movie, { origin: 'https://shop.example' })
    expect(headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(headers.get('access-control-allow-credentials')).toBe('true')
    const preflight = await fetch(`${gateway.url}/graphql`, { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization')
  })

  it('may not where they are not', async () => {
    const { headers } = await gateway.post(movie, { origin: 'https://evil.example' })
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('vary')).toContain('Origin')
  })
})

describe('more requests than can be carried', () => {
  it('are turned away at once, and told when to come again', async () => {
    const running = ['s1', 's2'].map((id) => gateway.post({ query: `{ screening(id: "${id}") { version } }` }))
    await expect.poll(() => slow.length).toBe(2)
    const { status, headers, body } = await gateway.post(movie)
    expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 503, code: 'UNAVAILABLE' })
    expect(headers.get('retry-after')).toBe('1')
    for (const finish of slow) finish()
    expect((await Promise.all(running)).map((answer) => answer.status)).toEqual([200, 200])
    expect((await gateway.post(movie)).status).toBe(200)
  })
})
