import type { Caller } from '@mov-ticket/service-kit'
import { badUserInput, parseInput, rateLimited, requireUser, unauthenticated } from '@mov-ticket/service-kit'
import { z } from 'zod'
import type { Clock } from '../clock.js'
import type { FailedSignIns } from '../limits/failed-sign-ins.js'
import type { OneAtATime } from '../passwords/one-at-a-time.js'
import type { Passwords } from '../passwords/passwords.js'
import type { Sessions } from '../sessions/sessions.js'
import { givenPasswordField, passwordField } from '../users/user-fields.js'
import type { Users } from '../users/users.js'
import type { EndSessions } from './end-sessions.js'

const changePasswordArguments = z.object({ current: givenPasswordField, next: passwordField })

export interface ChangePasswordOptions {
  readonly users: Users
  readonly passwords: Passwords
  readonly failures: FailedSignIns
  readonly sessions: Sessions
  readonly endSessions: EndSessions
  readonly oneAtATime: OneAtATime
  readonly clock: Clock
}

/** All other sessions have ended when this resolves. */
export type ChangePassword = (args: unknown, caller: Caller) => Promise<void>

export function createChangePassword(options: ChangePasswordOptions): ChangePassword {
  const { users, passwords, failures, sessions, endSessions, oneAtATime, clock } = options

  return async (args, caller) => {
    const { userId, sessionId } = requireUser(caller)
    const { current, next } = parseInput(changePasswordArguments, args)
    // The gateway may not have heard yet that this session has ended.
    const alive = (await sessions.listOf(userId)).some(({ id }) => id === sessionId)
    const email = (await users.accountById(userId))?.user.email
    if (!alive || email === undefined) throw unauthenticated()

    // Whoever holds a stolen session may not guess faster here than at the door.
    await oneAtATime(`${email} ${caller.address}`, async () => {
      const wait = await failures.waitBefore(email, caller.address)
      if (wait !== null) throw rateLimited(wait)
      const account = await users.accountById(userId)
      const right = await passwords.verify(account?.passwordHash ?? null, current)
      if (account === null || !right) {
        await failures.failed(email, caller.address)
        throw wrongCurrent()
      }
      const signOut = { keep: sessionId, since: clock() }
      const change = { from: account.passwordHash, to: await passwords.hash(next), signOut }
      if (!(await users.changePassword(userId, change))) throw wrongCurrent()
      await endSessions(userId, signOut)
    })
  }
}

const wrongCurrent = () => badUserInput('This is not your password.', { current: 'is not your password' })
