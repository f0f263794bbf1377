import type { Caller } from '@mov-ticket/service-kit'
import { requireUser } from '@mov-ticket/service-kit'
import type { Revocations } from '../sessions/revocations.js'
import type { Sessions } from '../sessions/sessions.js'

export interface SignOut {
  /** Ends the session that asks. */
  here(caller: Caller): Promise<void>
  /** Ends one session of the caller; whether there was such a one. */
  one(sessionId: string, caller: Caller): Promise<boolean>
  /** Ends all sessions of the caller; how many there were. */
  everywhere(caller: Caller): Promise<number>
}

export function createSignOut(options: { readonly sessions: Sessions; readonly revocations: Revocations }): SignOut {
  const { sessions, revocations } = options

  async function one(sessionId: string, caller: Caller): Promise<boolean> {
    const { userId } = requireUser(caller)
    const found = (await sessions.listOf(userId)).filter(({ id }) => id === sessionId)
    if (found.length > 0) await revocations.revoke(userId, found)
    return found.length > 0
  }

  return {
    async here(caller) {
      await one(requireUser(caller).sessionId, caller)
    },
    one,
    async everywhere(caller) {
      const { userId } = requireUser(caller)
      const all = await sessions.listOf(userId)
      await revocations.revoke(userId, all)
      return all.length
    },
  }
}
