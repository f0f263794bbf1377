import { SESSION_HEADER, requireUser } from '@mov-ticket/service-kit'
import { createEvent, startFaultProxy } from '@mov-ticket/shared-events'
import type { ResponseOf } from '@mov-ticket/shared-events'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeContext } from '../testing/fake-subgraphs.js'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'

const expiresAt = '2999-01-01T00:00:00.000Z'
const sessions = new Map<string, NonNullable<ResponseOf<'auth.who-is-this'>>>()
let authIsAway = false
let gateway: TestGateway

const userOf = ({ caller }: FakeContext) => ({ id: requireUser(caller).userId })

beforeAll(async () => {
  gateway = await startTestGateway({
    environment: { TRUST_PROXY: '1', CORS_ORIGINS: 'https://shop.example' },
    whoIs: (token) => {
      if (authIsAway) throw new Error('redis is away')
      return sessions.get(token) ?? null
    },
    subgraphs: {
      auth: {
        resolvers: {
          Query: { me: (_: unknown, __: unknown, context: FakeContext) => context.caller.identity && userOf(context) },
          Mutation: {
            signIn: (_: unknown, __: unknown, context: FakeContext) => {
              context.setHeader(SESSION_HEADER, JSON.stringify({ token: 'ada-token', expiresAt }))
              return { __typename: 'SignedIn', token: 'ada-token', expiresAt, user: { id: 'ada' } }
            },
            signOut: (_: unknown, __: unknown, context: FakeContext) => {
              requireUser(context.caller)
              context.setHeader(SESSION_HEADER, JSON.stringify({ token: null }))
              return true
            },
          },
          User: { email: () => 'ada@example.com' },
        },
      },
      tickets: { resolvers: { Query: { movie: (_: unknown, { id }: { id: string }) => ({ id, title: 'Metropolis' }) } } },
      orders: {
        resolvers: {
          Query: {
            myOrders: (_: unknown, __: unknown, { caller, setHeader }: FakeContext) => {
              setHeader(SESSION_HEADER, JSON.stringify({ token: 'planted', expiresAt }))
              return { totalCount: Number(requireUser(caller) !== null) }
            },
          },
        },
      },
    },
  })
})
afterAll(() => gateway.stop())

beforeEach(() => {
  authIsAway = false
  gateway.questions.splice(0)
})

/** A session of its own for each spec, so that none meets what another left in the cache. */
function signedIn() {
  const [token, sessionId] = [randomUUID(), randomUUID()]
  sessions.set(token, { userId: 'ada', sessionId, role: 'CUSTOMER', expiresAt })
  return { token, sessionId, bearer: { authorization: `Bearer ${token}` }, cookie: { cookie: `session=${token}` } }
}

const me = (headers: Record<string, string>) => gateway.post({ query: '{ me { id } }' }, headers)
const signIn = (headers: Record<string, string> = {}) =>
  gateway.post({ query: 'mutation { signIn(input: { email: "a@b.c", password: "long enough" }) { ... on SignedIn { token } } }' }, headers)
const signOut = (headers: Record<string, string>) => gateway.post({ query: 'mutation { signOut }' }, headers)

describe('who is asking', () => {
  it('is told by a bearer token or a cookie', async () => {
    const { bearer, cookie } = signedIn()
    expect((await me(bearer)).body).toEqual({ data: { me: { id: 'ada' } } })
    expect((await me(cookie)).body).toEqual({ data: { me: { id: 'ada' } } })
    expect((await me({})).body).toEqual({ data: { me: null } })
  })

  it('is nobody with a wrong token: public fields answer, the others say UNAUTHENTICATED', async () => {
    const wrong = { authorization: 'Bearer wrong' }
    const { status, body } = await gateway.post({ query: '{ movie(id: "m1") { title } me { id } }' }, wrong)
    expect({ status, body }).toEqual({ status: 200, body: { data: { movie: { title: 'Metropolis' }, me: null } } })
    expect((await signOut(wrong)).body.errors).toMatchObject([{ path: ['signOut'], extensions: { code: 'UNAUTHENTICATED' } }])
  })

  it('is asked once for a burst', async () => {
    const { bearer } = signedIn()
    await Promise.all(Array.from({ length: 20 }, () => me(bearer)))
    expect(gateway.questions).toHaveLength(1)
  })

  it('is UNAVAILABLE, never UNAUTHENTICATED, while auth can\'t tell; without a token all goes on', async () => {
    authIsAway = true
    const { status, headers, body } = await me(signedIn().bearer)
    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('1')
    expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAVAILABLE' } }] })
    expect((await me({})).status).toBe(200)
  })

  it('rule 19: is asked again as soon as the revocation is heard', async () => {
    const { bearer, token, sessionId } = signedIn()
    expect((await me(bearer)).body.data.me).toEqual({ id: 'ada' })
    sessions.delete(token)
    expect((await me(bearer)).body.data.me).toEqual({ id: 'ada' })
    await gateway.broker.publish(
      createEvent('session.revoked', { userId: 'ada', sessionIds: [sessionId] }, { aggregateId: 'ada', aggregateVersion: 1, now: new Date() }),
    )
    await vi.waitUntil(async () => (await me(bearer)).body.data.me === null, { timeout: 5_000 })
  })
})

describe('the browser\'s cookie', () => {
  it('is set when auth begins a session; programs get the token in the answer', async () => {
    const { headers, body } = await signIn()
    expect(headers.get('set-cookie')).toBe('session=ada-token; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict')
    expect(body.data.signIn.token).toBe('ada-token')
  })

  it('is for TLS alone where the proxy says that the browser uses it', async () => {
    const { headers } = await signIn({ 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' })
    expect(headers.get('set-cookie')).toMatch(/^__Host-session=ada-token; .*; Secure$/)
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('goes when auth ends the session, and what was known of the token goes with it', async () => {
    const { cookie, token } = signedIn()
    const { headers } = await signOut(cookie)
    expect(headers.get('set-cookie')).toMatch(/^session=; Path=\/; Max-Age=0/)
    sessions.delete(token)
    expect((await me(cookie)).body.data.me).toBeNull()
  })

  it('stays where somebody signs out by header', async () => {
    const { headers } = await signOut(signedIn().bearer)
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('is set by no other subgraph', async () => {
    const { headers, body } = await gateway.post({ query: '{ myOrders { totalCount } }' }, signedIn().bearer)
    expect(body.data.myOrders.totalCount).toBe(1)
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('does not let another site\'s page change anything', async () => {
    const { cookie, bearer } = signedIn()
    const foreign = { origin: 'https://evil.example' }
    const refused = await signOut({ ...cookie, ...foreign })
    expect(refused.status).toBe(403)
    expect(refused.body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'FORBIDDEN' } }] })
    expect((await signOut({ ...cookie, origin: 'null' })).status).toBe(403)

    expect((await me({ ...cookie, ...foreign })).status).toBe(200)
    expect((await signOut({ ...cookie, origin: gateway.url })).status).toBe(200)
    expect((await signOut({ ...signedIn().cookie, origin: 'https://shop.example' })).status).toBe(200)
    expect((await signOut({ ...bearer, ...foreign })).status).toBe(200)
  })
})

describe('a gateway whose link to the broker is cut', () => {
  it('rule 19: answers UNAVAILABLE to whoever it does not know, and afterwards has forgotten everybody', async () => {
    const rabbitmqUrl = process.env['RABBITMQ_URL'] ?? ''
    const link = await startFaultProxy(rabbitmqUrl)
    let isRevoked = false
    const cuttable = await startTestGateway({
      environment: { RABBITMQ_URL: link.url, SESSION_CACHE_MS: '3600000' },
      whoIs: () => (isRevoked ? null : { userId: 'ada', sessionId: 's1', role: 'CUSTOMER', expiresAt }),
      subgraphs: { auth: { resolvers: { Query: { me: (_: unknown, __: unknown, context: FakeContext) => context.caller.identity && userOf(context) } } } },
    })
    const ask = (token: string) => cuttable.post({ query: '{ me { id } }' }, { authorization: `Bearer ${token}` })
    try {
      expect((await ask('known')).body.data.me).toEqual({ id: 'ada' })
      link.refuse()
      await vi.waitUntil(async () => (await ask('unknown')).status === 503)
      expect((await ask('known')).status).toBe(200)
      isRevoked = true
      link.serve()
      await vi.waitUntil(async () => (await ask('known')).body.data?.me === null, 30_000)
    } finally {
      await cuttable.stop()
      await link.close()
    }
  }, 60_000)
})
