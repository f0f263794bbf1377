import type { Role } from '@mov-ticket/service-kit'
import { createEvent } from '@mov-ticket/shared-events'
import type { ResponseOf } from '@mov-ticket/shared-events'
import { randomUUID } from 'node:crypto'
import type { TestGateway } from '../../testing/test-gateway.js'

export interface SignedIn {
  readonly token: string
  readonly sessionId: string
  readonly bearer: { readonly authorization: string }
  readonly cookie: { readonly cookie: string }
}

/** Who has a session, as the fake auth knows. */
export interface People {
  whoIs(token: string): Promise<ResponseOf<'auth.who-is-this'>>
  signIn(userId: string, more?: { readonly role?: Role; readonly expiresAt?: string }): SignedIn
  /** Without a word to the gateway. */
  forget(session: SignedIn): void
  /** As auth does it: the gateway hears of it. */
  revoke(gateway: TestGateway, ...sessions: readonly SignedIn[]): Promise<void>
  become(session: SignedIn, role: Role): void
  /** While it is set nobody can tell; or the answer comes when it resolves, as it was when it was asked. */
  trouble: 'away' | Promise<unknown> | null
}

export function createPeople(): People {
  const sessions = new Map<string, NonNullable<ResponseOf<'auth.who-is-this'>>>()
  const people: People = {
    trouble: null,
    async whoIs(token) {
      if (people.trouble === 'away') throw new Error('redis is away')
      const known = sessions.get(token)
      const answer = known === undefined || Date.parse(known.expiresAt) <= Date.now() ? null : known
      await people.trouble
      return answer
    },
    signIn(userId, { role = 'CUSTOMER', expiresAt = '2999-01-01T00:00:00.000Z' } = {}) {
      const [token, sessionId] = [randomUUID(), randomUUID()]
      sessions.set(token, { userId, sessionId, role, expiresAt })
      return { token, sessionId, bearer: { authorization: `Bearer ${token}` }, cookie: { cookie: `session=${token}` } }
    },
    forget: ({ token }) => void sessions.delete(token),
    async revoke(gateway, ...ended) {
      for (const { token } of ended) sessions.delete(token)
      const payload = { userId: 'somebody', sessionIds: ended.map(({ sessionId }) => sessionId) }
      await gateway.broker.publish(createEvent('session.revoked', payload, { aggregateId: 'somebody', aggregateVersion: 1, now: new Date() }))
    },
    become({ token }, role) {
      const known = sessions.get(token)
      if (known !== undefined) sessions.set(token, { ...known, role })
    },
  }
  return people
}
