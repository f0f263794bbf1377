import type { ResponseOf } from '@mov-ticket/shared-events'
import { LRUCache } from 'lru-cache'

export interface KnownToken {
  /** Null: the token is nobody's. */
  readonly answer: ResponseOf<'auth.who-is-this'>
  /** When the question was asked, in milliseconds since the epoch. */
  readonly askedAt: number
  /** When a question last kept the session alive. */
  readonly slidAt: number
}

export interface SessionMemory {
  get(token: string): KnownToken | undefined
  set(token: string, known: KnownToken): void
  dropToken(token: string): void
  dropSession(sessionId: string): void
  clear(): void
}

/** Enough for the buyers of a rush; what falls out is asked again. */
const MAX_SESSIONS = 50_000
/** Guesses have a small room of their own, so that they push out no session. */
const MAX_STRANGERS = 1_000

/** What was answered about tokens: bounded, and found by token as well as by session. */
export function createSessionMemory(): SessionMemory {
  const tokenOf = new Map<string, string>()
  const strangers = new LRUCache<string, KnownToken>({ max: MAX_STRANGERS })
  const sessions = new LRUCache<string, KnownToken>({
    max: MAX_SESSIONS,
    dispose: ({ answer }, token) => {
      if (answer !== null && tokenOf.get(answer.sessionId) === token) tokenOf.delete(answer.sessionId)
    },
  })

  function dropToken(token: string): void {
    strangers.delete(token)
    sessions.delete(token)
  }

  return {
    dropToken,
    get: (token) => sessions.get(token) ?? strangers.get(token),
    set(token, known) {
      dropToken(token)
      if (known.answer === null) {
        strangers.set(token, known)
        return
      }
      sessions.set(token, known)
      tokenOf.set(known.answer.sessionId, token)
    },
    dropSession(sessionId) {
      const token = tokenOf.get(sessionId)
      if (token !== undefined) dropToken(token)
    },
    clear() {
      strangers.clear()
      sessions.clear()
    },
  }
}
