import type { Caller } from '@mov-ticket/service-kit'
import { requireUser } from '@mov-ticket/service-kit'
import type { Revocations } from '../sessions/revocations.js'
import type { Sessions } from '../sessions/sessions.js'

export interface SignOut {
  /** Ends the session that asks. */
  here(caller: Caller): Promise<void>
  /** Ends all sessions of the caller; how many there were. */
  everywhere(caller: Caller): Promise<number>
}

export function createSignOut(options: { readonly sessions: Sessions; readonly revocations: Revocations }): SignOut {
  const { sessions, revocations } = options
  return {
    async here(caller) {
      const { userId, sessionId } = requireUser(caller)
      const own = (await sessions.listOf(userId)).filter(({ id }) => id === sessionId)
      await revocations.revoke(userId, own)
    },
    async everywhere(caller) {
      const { userId } = requireUser(caller)
      const all = await sessions.listOf(userId)
      await revocations.revoke(userId, all)
      return all.length
    },
  }
}
