import { randomBytes, randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Clock } from '../clock.js'
import { onRedis } from '../redis-away.js'
import type { User } from '../users/user.js'
import { recordOf, sessionOf } from './session-record.js'
import { expiryOf, slide, tokenHashOf } from './session.js'
import type { Lifetime, Session } from './session.js'

/** Enough to end a session without its token. */
export interface SessionRef {
  readonly id: string
  readonly tokenHash: string
}

export interface Sessions {
  begin(user: User, userAgent: string | null): Promise<{ token: string; session: Session }>
  /** `slide` where the user itself is at work: it keeps the session alive. */
  find(token: string, options: { slide: boolean }): Promise<Session | null>
  /** The last seen first. */
  listOf(userId: string): Promise<(Session & SessionRef)[]>
  /** The session is no more when this resolves. */
  delete(userId: string, refs: readonly SessionRef[]): Promise<void>
  ping(): Promise<void>
}

export interface SessionsOptions {
  readonly redis: Redis
  readonly namespace: string
  readonly lifetime: Lifetime
  readonly clock: Clock
}

/** Moves the expiry of a session that is still there: writing it down must not bring back one that was just ended. */
const SLIDE = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], 'lastSeenAt', ARGV[1], 'expiresAt', ARGV[2])
return redis.call('PEXPIREAT', KEYS[1], ARGV[2])`

/**
 * `<namespace>:session:<hash of the token>` is the session; `<namespace>:sessions-of:<user>` maps its id to that hash
 * and may name sessions that are gone. No step touches two keys at once, so that a cluster can hold them.
 */
export function createSessions({ redis, namespace, lifetime, clock }: SessionsOptions): Sessions {
  const sessionKey = (tokenHash: string) => `${namespace}:session:${tokenHash}`
  const indexKey = (userId: string) => `${namespace}:sessions-of:${userId}`

  return {
    async begin(user, userAgent) {
      const now = clock()
      const token = randomBytes(32).toString('base64url')
      const tokenHash = tokenHashOf(token)
      const expiresAt = expiryOf(now, now, lifetime)
      const facts = { userId: user.id, role: user.role, createdAt: now, lastSeenAt: now, expiresAt }
      const session: Session = { id: randomUUID(), ...facts, userAgent: userAgent?.slice(0, 300) ?? null }
      const key = sessionKey(tokenHash)
      const index = indexKey(user.id)
      // First the session: what the index names and is not there is gone for good. Nobody has the token before both are.
      await inOneStep(redis.multi().hset(key, recordOf(session)).pexpireat(key, expiresAt.getTime()))
      await inOneStep(redis.multi().hset(index, session.id, tokenHash).pexpire(index, lifetime.capMs))
      return { token, session }
    },

    async find(token, options) {
      const key = sessionKey(tokenHashOf(token))
      const session = sessionOf(await onRedis(() => redis.hgetall(key)), clock())
      if (session === null || !options.slide) return session
      const used = slide(session, clock(), lifetime)
      if (used === null) return session
      const times = [used.lastSeenAt.getTime(), used.expiresAt.getTime()]
      const written = await onRedis(() => redis.eval(SLIDE, 1, key, ...times))
      return written === 1 ? used : null
    },

    async listOf(userId) {
      const index = await onRedis(() => redis.hgetall(indexKey(userId)))
      const refs = Object.entries(index).map(([id, tokenHash]) => ({ id, tokenHash }))
      const found = await Promise.all(
        refs.map(async (ref) => {
          const session = sessionOf(await onRedis(() => redis.hgetall(sessionKey(ref.tokenHash))), clock())
          return session === null ? null : { ...session, ...ref }
        }),
      )
      const gone = refs.filter((_ref, position) => found[position] === null)
      if (gone.length > 0) await onRedis(() => redis.hdel(indexKey(userId), ...gone.map(({ id }) => id)))
      return found.filter((session) => session !== null).toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())
    },

    async delete(userId, refs) {
      if (refs.length === 0) return
      await Promise.all(refs.map(({ tokenHash }) => onRedis(() => redis.del(sessionKey(tokenHash)))))
      await onRedis(() => redis.hdel(indexKey(userId), ...refs.map(({ id }) => id)))
    },

    async ping() {
      await onRedis(() => redis.ping())
    },
  }
}

/** A transaction of one key: rejects if any of its commands failed. */
async function inOneStep(transaction: ReturnType<Redis['multi']>): Promise<void> {
  await onRedis(async () => {
    const results = (await transaction.exec()) ?? []
    const failure = results.find(([error]) => error !== null)?.[0]
    if (failure) throw failure
  })
}
