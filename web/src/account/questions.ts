import type { SessionsQuery } from '@mov-ticket/sdk'
import type { Question } from '../data/use-ask.js'

export type SignedInAt = NonNullable<SessionsQuery['me']>['sessions'][number]

/** Where I am signed in, this browser first; null where that has ended. */
export const sessions: Question<readonly SignedInAt[] | null> = {
  key: ['mine', 'sessions'],
  async ask(client, signal) {
    const me = await client.sessions({}, { signal })
    return me?.sessions.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? null
  },
}
