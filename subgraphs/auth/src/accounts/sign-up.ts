import type { Caller } from '@mov-ticket/service-kit'
import { parseInput } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Clock } from '../clock.js'
import type { FailedSignIns } from '../limits/failed-sign-ins.js'
import type { RateLimits } from '../limits/rate-limits.js'
import type { Passwords } from '../passwords/passwords.js'
import { emailField, nameField, passwordField } from '../users/user-fields.js'
import type { User } from '../users/user.js'
import { EmailIsTaken } from '../users/users.js'
import type { Users } from '../users/users.js'
import type { OpenSession, OpenedSession } from './open-session.js'

const signUpArguments = z.object({ input: z.object({ email: emailField, password: passwordField, name: nameField }) })

export interface SignUpOptions {
  readonly users: Users
  readonly passwords: Passwords
  readonly limits: RateLimits
  readonly failures: FailedSignIns
  readonly openSession: OpenSession
  readonly clock: Clock
  readonly newId: () => string
}

/** Null: the e-mail address is taken. */
export type SignUp = (args: unknown, caller: Caller) => Promise<OpenedSession | null>

export function createSignUp({ users, passwords, limits, failures, openSession, clock, newId }: SignUpOptions): SignUp {
  return async (args, caller) => {
    const { email, password, name } = parseInput(signUpArguments, args).input
    await limits.signUp(caller.address)
    // Asked first only to save the hash; the unique index decides.
    if ((await users.accountByEmail(email)) !== null) return null
    const passwordHash = await passwords.hash(password)
    const user: User = { id: newId(), email, name, role: 'CUSTOMER', createdAt: clock() }
    try {
      await users.add({ user, passwordHash })
    } catch (error) {
      if (error instanceof EmailIsTaken) return null
      throw error
    }
    await failures.succeeded(email, caller.address)
    return openSession(user, caller)
  }
}
