import type { EventOf } from '@mov-ticket/shared-events'
import type { LiveSessions } from './live/live-sessions.js'
import type { Sessions } from './sessions/sessions.js'

/** Its next request counts as nobody's, and its sockets are closed. */
export function whenSessionRevokedEndIt(sessions: Pick<Sessions, 'forgetSessions'>, liveSessions: Pick<LiveSessions, 'end'>) {
  return async ({ payload }: EventOf<'session.revoked'>): Promise<void> => {
    sessions.forgetSessions(payload.sessionIds)
    liveSessions.end(payload.sessionIds)
  }
}
