import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestPlatform, type TestPlatform } from './platform.js'

let platform: TestPlatform
beforeAll(async () => {
  platform = await startTestPlatform('graphql-over-http', { environment: { READS_PER_SECOND: '100000' } })
})
afterAll(async () => platform.stop())

/** Every audit of https://graphql.github.io/graphql-over-http/draft/ that the reference implementation has. */
describe('the gateway speaks GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => platform.url, fetchFn: ask })

  test.each(audits)('$id $name', async (audit) => {
    const result = await audit.fn()

    expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' })
  })
})

/** Programs say with this header that they are no page of another site: the gateway wants it with every GET. */
async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('apollo-require-preflight', 'true')
  return fetch(url, { ...init, headers })
}
