import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badAccounts } from './bad-input-accounts.js'
import { badOffice } from './bad-input-office.js'
import { badOrders } from './bad-input-orders.js'
import { badTickets } from './bad-input-tickets.js'
import { createWorld, fingerprint, type World } from './bad-input-world.js'
import { type Answer, type Client, createClient } from './client.js'
import { startTestPlatform, type TestPlatform } from './platform.js'

let platform: TestPlatform
let world: World
let before: unknown
beforeAll(async () => {
  platform = await startTestPlatform('bad-input')
  world = await createWorld(platform)
  before = await fingerprint(world)
})
afterAll(async () => platform.stop())

function clientOf(as: 'nobody' | 'buyer' | 'stranger' | 'admin'): Client {
  return as === 'nobody' ? createClient(platform.url) : world[as]
}

type Data = Record<string, { refusal?: { code: string; message: string } } | null> | null

/** Errors, refusals inside the data, and data where there should be none. */
function outcomesOf({
  data,
  errors,
}: Answer<Data>): { isRefusal: boolean; code: string | undefined; message: string; fields: string[] }[] {
  const refused = Object.values(data ?? {}).flatMap((value) => (value === null ? [] : [value.refusal]))
  return [
    ...errors.map(({ message, extensions }) => ({
      isRefusal: false,
      code: extensions.code,
      message,
      fields: Object.keys(extensions.fields ?? {}),
    })),
    ...refused.map((refusal) => ({
      isRefusal: true,
      code: refusal?.code,
      message: refusal?.message ?? 'accepted',
      fields: [],
    })),
  ]
}

describe('bad input is refused, and nothing changes', () => {
  test.each([...badOrders, ...badAccounts, ...badTickets, ...badOffice])(
    '$title: $answer.code',
    async ({ as, request, answer: expected }) => {
      const answer = await clientOf(as).answer<Data>(request.query, request.variables(world))

      const outcomes = outcomesOf(answer)
      expect(outcomes).toHaveLength(1)
      const { code, message, isRefusal, field } = expected
      expect(outcomes[0]).toMatchObject({ isRefusal, code, message: expect.stringMatching(message) })
      expect(outcomes[0]?.fields).toEqual(expect.arrayContaining(field === undefined ? [] : [field]))
      expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|mongo|amqp|http:\/\/|serviceName/i)
    },
  )

  // Bodies that are no GraphQL request, and requests that are no valid document.
  test.each([
    { title: 'malformed JSON', body: '{"query": "{ movies ', status: 400, code: 'BAD_USER_INPUT' },
    { title: 'an empty body', body: '', status: 400, code: 'BAD_USER_INPUT' },
    { title: 'a body without a query', body: '{}', status: 400, code: 'BAD_USER_INPUT' },
    { title: 'a query that is a number', body: '{"query": 7}', status: 400, code: 'BAD_USER_INPUT' },
    {
      title: 'variables that are a list',
      body: '{"query": "{ me { id } }", "variables": [1]}',
      status: 400,
      code: 'BAD_USER_INPUT',
    },
    { title: 'a batch', body: '[{"query": "{ me { id } }"}]', status: 400, code: 'BAD_USER_INPUT' },
    {
      title: 'a document that does not parse',
      body: '{"query": "{ me { id "}',
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    },
    {
      title: 'a field that does not exist',
      body: '{"query": "{ me { shoeSize } }"}',
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    },
    {
      title: 'a missing variable',
      body: '{"query": "query ($id: ID!) { movie(id: $id) { id } }"}',
      status: 400,
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'a body of 10 MB',
      body: JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(10_000_000) } }),
      status: 413,
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'a body that is plain text',
      body: '{"query": "{ me { id } }"}',
      headers: { 'content-type': 'text/plain' },
      status: 400,
      code: 'BAD_USER_INPUT',
    },
    {
      title: 'a document of 4,000 tokens',
      body: JSON.stringify({ query: `{ ${'me { id } '.repeat(1000)} }` }),
      status: 400,
      code: 'GRAPHQL_PARSE_FAILED',
    },
    {
      title: 'a hundred aliases',
      body: JSON.stringify({
        query: `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: me { id }`).join(' ')} }`,
      }),
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
    },
  ])('$title: HTTP $status, $code', async ({ body, headers, status, code }) => {
    const answer = await createClient(platform.url).post(body, headers)

    expect(answer.status).toBe(status)
    expect(answer.data).toBeNull()
    expect(answer.errors[0]).toMatchObject({ message: expect.stringMatching(/\w/), extensions: { code } })
  })

  test('after all of that everything is as it was', async () => {
    expect(await fingerprint(world)).toEqual(before)
  })
})
