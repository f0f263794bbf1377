import { unavailable } from '@mov-ticket/service-kit'
import type { Logger, User } from '@mov-ticket/service-kit'
import type { RequestOf, ResponseOf } from '@mov-ticket/shared-events'
import { LRUCache } from 'lru-cache'
import { createSessionMemory } from './session-memory.js'
import type { KnownToken } from './session-memory.js'

export interface SessionsOptions {
  readonly ask: (question: RequestOf<'auth.who-is-this'>) => Promise<ResponseOf<'auth.who-is-this'>>
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long an answer is believed. A revocation that is heard ends it at once. */
  readonly freshMs: number
  /** How often a session that is in use is kept alive. Default a minute. */
  readonly slideEveryMs?: number
}

export interface Sessions {
  /** Null: the token is nobody's (any more). Rejects with UNAVAILABLE where nobody can tell. */
  whoseIs(token: string): Promise<User | null>
  /** The same, asked anew, and the question does not keep the session alive. */
  check(token: string): Promise<CheckedSession | null>
  /** What becomes of the token's session was decided by a request of its own. */
  forgetToken(token: string): void
  /** These sessions were revoked. */
  forgetSessions(sessionIds: readonly string[]): void
  /** Revocations may have been missed. */
  forgetAll(): void
}

export interface CheckedSession {
  readonly user: User
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** No token of ours is longer: auth need not be asked. */
const MAX_TOKEN_LENGTH = 200
/** Longer than an answer is on its way. */
const REVOKED_MS = 60_000
const MAX_REVOKED = 50_000

/** Asks auth whose session a token is, once for all that ask at the same time, and remembers the answer for a moment. */
export function createSessions({ ask, logger, now, freshMs, slideEveryMs = 60_000 }: SessionsOptions): Sessions {
  const memory = createSessionMemory()
  const asking = new Map<string, Promise<KnownToken>>()
  const revoked = new LRUCache<string, true>({ max: MAX_REVOKED, ttl: REVOKED_MS })
  /** An answer that was asked for before something was forgotten is not kept, nor shared with whoever comes after (rule 19). */
  let timesForgotten = 0

  function forget(drop: () => void): void {
    timesForgotten += 1
    asking.clear()
    drop()
  }

  function isFresh({ answer, askedAt }: KnownToken): boolean {
    const at = now()
    return at - askedAt < freshMs && (answer === null || at < Date.parse(answer.expiresAt))
  }

  async function askAuth(token: string, slidBefore: number): Promise<KnownToken> {
    const slide = now() - slidBefore >= slideEveryMs
    return learn(token, slidBefore, slide)
  }

  async function learn(token: string, slidBefore: number, slide: boolean): Promise<KnownToken> {
    const askedAt = now()
    const before = timesForgotten
    const answer = await ask({ token, slide })
    // What was answered may be older than what was heard meanwhile.
    const isRevoked = answer !== null && revoked.has(answer.sessionId)
    const known = { answer: isRevoked ? null : answer, askedAt, slidAt: slide ? askedAt : slidBefore }
    if (before === timesForgotten) memory.set(token, known)
    return known
  }

  function askOnce(token: string, slidBefore: number): Promise<KnownToken> {
    const running = asking.get(token)
    if (running !== undefined) return running
    const question = askAuth(token, slidBefore).finally(() => {
      if (asking.get(token) === question) asking.delete(token)
    })
    asking.set(token, question)
    return question
  }

  return {
    async whoseIs(token) {
      if (token === '' || token.length > MAX_TOKEN_LENGTH) return null
      const known = memory.get(token)
      if (known !== undefined && isFresh(known)) return userOf(known)
      try {
        return userOf(await askOnce(token, known?.slidAt ?? Number.NEGATIVE_INFINITY))
      } catch (err) {
        logger.error({ err }, 'nobody can tell whose session this is')
        throw unavailable()
      }
    },
    async check(token) {
      if (token === '' || token.length > MAX_TOKEN_LENGTH) return null
      try {
        const { answer } = await learn(token, memory.get(token)?.slidAt ?? Number.NEGATIVE_INFINITY, false)
        return answer === null ? null : { user: userFrom(answer), expiresAt: Date.parse(answer.expiresAt) }
      } catch (err) {
        // Thousands of sessions are checked every minute: whoever needs the answer says that there is none.
        logger.debug({ err }, 'nobody can tell whose session this is')
        throw unavailable()
      }
    },
    forgetToken: (token) => forget(() => memory.dropToken(token)),
    forgetSessions(sessionIds) {
      for (const id of sessionIds) revoked.set(id, true)
      forget(() => sessionIds.forEach((id) => memory.dropSession(id)))
    },
    forgetAll: () => forget(() => memory.clear()),
  }
}

function userOf({ answer }: KnownToken): User | null {
  return answer === null ? null : userFrom(answer)
}

function userFrom({ userId, sessionId, role }: NonNullable<KnownToken['answer']>): User {
  return { userId, sessionId, role }
}
