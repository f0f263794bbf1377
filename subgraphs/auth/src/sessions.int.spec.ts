import { createHash } from 'node:crypto'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { anAuth } from './testing/an-auth.js'
import { services } from './testing/backing-services.js'
import { ME, ada, signIn, signUp } from './testing/operations.js'

const MINUTE = 60_000
const DAY = 86_400_000
const expiry = (session: { expiresAt: string } | null) => (session === null ? null : Date.parse(session.expiresAt))

describe('a session', () => {
  it('is stored under the hash of its token, and the token nowhere', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const redis = new Redis(services.REDIS_URL)
    onTestFinished(() => redis.disconnect())
    const keys = await redis.keys(`${auth.namespace}:*`)
    expect(keys).toContain(`${auth.namespace}:session:${createHash('sha256').update(token).digest('hex')}`)
    const hashes = keys.filter((key) => key.includes(':session'))
    const contents = await Promise.all(hashes.map((key) => redis.hgetall(key)))
    expect(JSON.stringify([keys, contents])).not.toContain(token)
    const ttl = await redis.pttl(hashes.find((key) => key.includes(':session:')) ?? '')
    expect(ttl).toBeGreaterThan(6 * DAY)
    expect(ttl).toBeLessThanOrEqual(7 * DAY)
  })

  it('has an id that is not its token', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const session = await auth.whoIs(token)
    expect(session).toMatchObject({ role: 'CUSTOMER', userId: expect.any(String) })
    expect(session?.sessionId).not.toContain(token)
    expect(await auth.whoIs(session?.sessionId ?? '')).toBeNull()
  })

  it('lives 7 days without use, and every use moves that', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const first = expiry(await auth.whoIs(token))
    auth.pass(6 * DAY)
    expect(expiry(await auth.whoIs(token, true))).toBeGreaterThanOrEqual((first ?? 0) + 6 * DAY)
    auth.pass(6 * DAY)
    expect(await auth.whoIs(token)).not.toBeNull()
    auth.pass(2 * DAY)
    expect(await auth.whoIs(token)).toBeNull()
  })

  it('lives 30 days at most, however much it is used', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    for (let day = 5; day < 30; day += 5) {
      auth.pass(5 * DAY)
      expect(await auth.whoIs(token, true)).not.toBeNull()
    }
    auth.pass(5 * DAY)
    expect(await auth.whoIs(token, true)).toBeNull()
  })

  it('rule 19: a question that is asked for a live view never slides the session', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const first = expiry(await auth.whoIs(token))
    auth.pass(3 * DAY)
    expect(expiry(await auth.whoIs(token, false))).toBe(first)
    expect(expiry(await auth.whoIs(token, true))).toBeGreaterThan(first ?? 0)
  })

  it('writes down when it was seen at most once a minute', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    const first = expiry(await auth.whoIs(token))
    auth.pass(MINUTE / 2)
    expect(expiry(await auth.whoIs(token, true))).toBe(first)
    auth.pass(MINUTE)
    expect(expiry(await auth.whoIs(token, true))).toBeGreaterThan(first ?? 0)
  })

  it('is not brought back by a use that overtakes its end', async () => {
    const auth = await anAuth()
    const token = await signUp(auth)
    auth.pass(2 * MINUTE)
    const questions = Array.from({ length: 50 }, () => auth.whoIs(token, true))
    await auth.send('mutation { signOut }', {}, { identity: await auth.whoIs(token) })
    await Promise.all(questions)
    expect(await auth.whoIs(token)).toBeNull()
  })

  it('lists where a user is signed in, the last seen first, for the user alone', async () => {
    const auth = await anAuth()
    const first = await signUp(auth, ada, { userAgent: 'a telephone' })
    auth.pass(MINUTE / 2)
    const { token } = await signIn(auth, ada, { userAgent: 'a laptop' })
    const { data } = await auth.send(ME, {}, { token: first })
    expect(data.me.sessions).toMatchObject([
      { userAgent: 'a laptop', current: false },
      { userAgent: 'a telephone', current: true },
    ])
    auth.pass(8 * DAY)
    expect(await auth.whoIs(token)).toBeNull()
    expect((await auth.auth.sessions.listOf(data.me.id))).toEqual([])
  })
})
