import type { RequestOf, ResponseOf } from '@mov-ticket/shared-events'
import type { Sessions } from './sessions/sessions.js'

/**
 * Answers `auth.who-is-this`. Redis being away is a failure, never "nobody": the gateway must not sign people out
 * because a store is down.
 */
export function answerWhoIsThis(
  sessions: Sessions,
): (request: RequestOf<'auth.who-is-this'>) => Promise<ResponseOf<'auth.who-is-this'>> {
  return async ({ token, slide }) => {
    const session = await sessions.find(token, { slide })
    if (session === null) return null
    const { userId, id: sessionId, role, expiresAt } = session
    return { userId, sessionId, role, expiresAt: expiresAt.toISOString() }
  }
}
