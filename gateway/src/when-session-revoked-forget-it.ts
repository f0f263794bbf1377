import type { EventOf } from '@mov-ticket/shared-events'
import type { Sessions } from './sessions/sessions.js'

export function whenSessionRevokedForgetIt(sessions: Pick<Sessions, 'forgetSessions'>) {
  return async ({ payload }: EventOf<'session.revoked'>): Promise<void> => {
    sessions.forgetSessions(payload.sessionIds)
  }
}
