import type { Caller } from '@mov-ticket/service-kit'
import type { Revocations } from '../sessions/revocations.js'
import type { Session } from '../sessions/session.js'
import type { Sessions } from '../sessions/sessions.js'
import type { User } from '../users/user.js'

export interface OpenedSession {
  readonly user: User
  readonly token: string
  readonly session: Session
}

export interface OpenSessionOptions {
  readonly sessions: Sessions
  readonly revocations: Revocations
  readonly maxPerUser: number
}

export type OpenSession = (user: User, caller: Caller) => Promise<OpenedSession>

/**
 * A new session. One that came with the request ends, so that nobody can be made to use a token that somebody else
 * knows; so do the least used of a user who has too many.
 */
export function createOpenSession({ sessions, revocations, maxPerUser }: OpenSessionOptions): OpenSession {
  return async (user, caller) => {
    const opened = await sessions.begin(user, caller.userAgent)
    if (caller.identity !== null) {
      const { userId, sessionId } = caller.identity
      const presented = (await sessions.listOf(userId)).filter(({ id }) => id === sessionId)
      await revocations.revoke(userId, presented)
    }
    const others = (await sessions.listOf(user.id)).filter(({ id }) => id !== opened.session.id)
    await revocations.revoke(user.id, others.slice(maxPerUser - 1))
    return { user, ...opened }
  }
}
