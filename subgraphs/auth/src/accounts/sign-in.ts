import type { Caller } from '@mov-ticket/service-kit'
import { parseInput } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { FailedSignIns } from '../limits/failed-sign-ins.js'
import type { RateLimits } from '../limits/rate-limits.js'
import type { OneAtATime } from '../passwords/one-at-a-time.js'
import type { Passwords } from '../passwords/passwords.js'
import type { Revocations } from '../sessions/revocations.js'
import type { Sessions } from '../sessions/sessions.js'
import { emailField, givenPasswordField } from '../users/user-fields.js'
import type { Users } from '../users/users.js'
import type { OpenSession, OpenedSession } from './open-session.js'

const signInArguments = z.object({ input: z.object({ email: emailField, password: givenPasswordField }) })

export interface SignInOptions {
  readonly users: Users
  readonly passwords: Passwords
  readonly limits: RateLimits
  readonly failures: FailedSignIns
  readonly sessions: Sessions
  readonly revocations: Revocations
  readonly openSession: OpenSession
  readonly oneAtATime: OneAtATime
}

export interface Refused {
  readonly retryAfterSeconds: number | null
}

export type SignIn = (args: unknown, caller: Caller) => Promise<OpenedSession | Refused>

export function createSignIn(options: SignInOptions): SignIn {
  const { users, passwords, limits, failures, sessions, revocations, openSession, oneAtATime } = options

  async function attempt(email: string, password: string, caller: Caller): Promise<OpenedSession | Refused> {
    const wait = await failures.waitBefore(email, caller.address)
    if (wait !== null) return { retryAfterSeconds: wait }
    const account = await users.accountByEmail(email)
    const right = await passwords.verify(account?.passwordHash ?? null, password)
    if (account === null || !right) return { retryAfterSeconds: await failures.failed(email, caller.address) }
    await failures.succeeded(email, caller.address)
    const opened = await openSession(account.user, caller)
    const now = await users.accountById(account.user.id)
    if (now?.passwordHash === account.passwordHash) return opened
    // The password was changed while we looked at the old one: that change ended all sessions, so it ends this one too.
    const stale = (await sessions.listOf(account.user.id)).filter(({ id }) => id === opened.session.id)
    await revocations.revoke(account.user.id, stale)
    return { retryAfterSeconds: null }
  }

  return async (args, caller) => {
    const { email, password } = parseInput(signInArguments, args).input
    await limits.signIn(caller.address)
    return oneAtATime(`${email} ${caller.address}`, () => attempt(email, password, caller))
  }
}
