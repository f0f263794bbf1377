import type { ServerResponse } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { createClient } from './client.js'
import type { GraphError } from './graph-error.js'
import { answerJson, faultBody, startHttpServer } from './testing/http-server.js'

async function aClient(answer: (count: number, response: ServerResponse) => void, options: { retries?: number; timeoutMs?: number } = {}) {
  const server = await startHttpServer(onTestFinished, answer)
  return { heard: server.heard, client: createClient({ url: server.url, token: 'the token', pauseMs: 5, ...options }) }
}

const movies = { movies: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } }
const refused = { createOrder: { __typename: 'OrderRefused', refusal: { code: 'SEATS_UNAVAILABLE', message: 'Taken.', tickets: [] }, refusedOrder: { id: 'o1' } } }
const order = { input: { screeningId: 's1', ticketIds: ['t1'] } }
const faultOf = async (failing: Promise<unknown>) => failing.then(() => null, (error: GraphError) => error)

it('sends the operation, and who asks', async () => {
  const { client, heard } = await aClient((_, response) => answerJson(response, { data: movies }))
  expect(await client.movies({ first: 3 })).toEqual(movies.movies)
  expect(heard[0]?.headers).toMatchObject({ authorization: 'Bearer the token', 'content-type': 'application/json' })
  expect(heard[0]?.body).toMatchObject({ operationName: 'Movies', variables: { first: 3 }, query: expect.stringContaining('query Movies') })
})

it.each([
  ['no answer', (response: ServerResponse) => void response.destroy()],
  ['UNAVAILABLE', (response: ServerResponse) => answerJson(response, faultBody('UNAVAILABLE'), 503)],
  ['a connection that was given up as the request came', (response: ServerResponse) => void response.writeHead(408).end()],
  ['a proxy that reaches nobody', (response: ServerResponse) => void response.writeHead(502).end('<h1>Bad gateway</h1>')],
])('asks again after %s, with the same key and correlation id', async (_, fail) => {
  const { client, heard } = await aClient((count, response) => (count < 4 ? fail(response) : answerJson(response, { data: refused })))
  expect(await client.createOrder(order)).toEqual({ __typename: 'OrderRefused', refusal: refused.createOrder.refusal, order: { id: 'o1' } })
  const keys = new Set(heard.map(({ body }) => JSON.stringify(body.variables)))
  const correlations = new Set(heard.map(({ headers }) => headers['x-correlation-id']))
  expect([heard.length, keys.size, correlations.size]).toEqual([4, 1, 1])
  expect([...keys][0]).toMatch(/"idempotencyKey":"[0-9a-f]{32}"/)
})

it('makes a key per call, and takes the one that it is given', async () => {
  const { client, heard } = await aClient((_, response) => answerJson(response, { data: refused }))
  await client.createOrder(order)
  await client.createOrder(order)
  await client.createOrder({ input: { ...order.input, idempotencyKey: 'mine' } })
  const keys = heard.map(({ body }) => JSON.stringify(body.variables?.['input']).match(/"idempotencyKey":"(\w+)"/)?.[1])
  expect([new Set(keys).size, keys[2]]).toEqual([3, 'mine'])
})

it('does not ask again what may have run and has no key', async () => {
  const { client, heard } = await aClient((_, response) => void response.destroy())
  const fault = await faultOf(client.signUp({ input: { email: 'a@b.c', password: 'long enough', name: 'Ada' } }))
  expect([fault?.code, heard.length]).toEqual(['NETWORK', 1])
})

it('waits where it is told to, and not for ever', async () => {
  const { client, heard } = await aClient((count, response) =>
    count === 2 ? answerJson(response, { data: { signOut: true } }) : answerJson(response, faultBody('RATE_LIMITED', { retryAfterSeconds: count === 1 ? 0 : 3_600 }), 429),
  )
  expect(await client.signOut()).toBe(true)
  const fault = await faultOf(client.movies())
  expect([fault?.code, fault?.retryAfterSeconds, heard.length]).toEqual(['RATE_LIMITED', 3_600, 3])
})

it('gives up after so many tries', async () => {
  const { client, heard } = await aClient((_, response) => answerJson(response, faultBody('UNAVAILABLE'), 503), { retries: 2 })
  expect((await faultOf(client.movies()))?.code).toBe('UNAVAILABLE')
  expect((await faultOf(client.movies({}, { retries: 0 })))?.code).toBe('UNAVAILABLE')
  expect(heard).toHaveLength(4)
})

it('tells what is wrong, and never asks that again', async () => {
  const fields = { 'input.ticketIds': 'must not be empty' }
  const { client, heard } = await aClient((_, response) => answerJson(response, { data: null, ...faultBody('BAD_USER_INPUT', { fields }) }))
  const fault = await faultOf(client.createOrder(order))
  expect(fault).toMatchObject({ name: 'GraphError', code: 'BAD_USER_INPUT', fields, retryAfterSeconds: null, message: 'It is BAD_USER_INPUT.' })
  expect([fault?.correlationId, heard.length]).toEqual([heard[0]?.headers['x-correlation-id'], 1])
})

it('does not take for an answer what is none', async () => {
  const { client } = await aClient((count, response) => void (count === 1 ? response.end('<html>') : answerJson(response, { data: null })))
  expect([(await faultOf(client.movies()))?.code, (await faultOf(client.movies()))?.code]).toEqual(['BAD_ANSWER', 'BAD_ANSWER'])
})

it('does not wait longer than it was told, for each try', async () => {
  const { client, heard } = await aClient((count, response) => (count < 3 ? undefined : answerJson(response, { data: movies })), { timeoutMs: 50 })
  expect((await faultOf(client.movies({}, { retries: 0 })))?.code).toBe('TIMEOUT')
  expect(await client.movies({}, { timeoutMs: 100 })).toEqual(movies.movies)
  expect(heard).toHaveLength(3)
})

it('ends with the signal, whether it waits for an answer or for its next try', async () => {
  const silent = await aClient(() => undefined)
  const busy = await aClient((_, response) => answerJson(response, faultBody('RATE_LIMITED', { retryAfterSeconds: 10 }), 429))
  for (const { client, heard } of [silent, busy]) {
    const stop = new AbortController()
    const asking = client.movies({}, { signal: stop.signal })
    await expect.poll(() => heard.length).toBe(1)
    stop.abort(new Error('enough'))
    await expect(asking).rejects.toThrow('enough')
  }
  await expect(silent.client.movies({}, { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before')
})
