import type { Revocations } from '../sessions/revocations.js'
import type { Sessions } from '../sessions/sessions.js'
import type { PendingSignOut } from '../users/user-model.js'
import type { Users } from '../users/users.js'

export interface EndSessions {
  /** Ends the sessions that a change of the user calls for. */
  (userId: string, signOut: PendingSignOut): Promise<void>
}

export interface EndSessionsOptions {
  readonly users: Users
  readonly sessions: Sessions
  readonly revocations: Revocations
}

export function createEndSessions({ users, sessions, revocations }: EndSessionsOptions): EndSessions {
  return async (userId, signOut) => {
    const older = (await sessions.listOf(userId)).filter(({ createdAt }) => createdAt <= signOut.since)
    await revocations.revoke(userId, older.filter(({ id }) => id !== signOut.keep))
    await users.signedOut(userId, signOut)
  }
}

/** What a process that died between the change and the sign-out left behind. */
export async function endLeftSessions(users: Users, endSessions: EndSessions): Promise<void> {
  for (const { userId, signOut } of await users.pendingSignOuts()) await endSessions(userId, signOut)
}
