import type { Logger } from '@mov-ticket/service-kit'
import type { Clock } from '../clock.js'
import type { Passwords } from '../passwords/passwords.js'
import { EmailIsTaken } from '../users/users.js'
import type { Users } from '../users/users.js'
import type { EndSessions } from './end-sessions.js'

export interface EnsureAdminOptions {
  readonly users: Users
  readonly passwords: Passwords
  readonly endSessions: EndSessions
  readonly clock: Clock
  readonly newId: () => string
  readonly logger: Logger
}

/**
 * Makes sure that there is an admin with this (normalised) e-mail address. The password is set where the account was no
 * admin before: whoever signed up with that address first must not become one. An admin keeps the password that it has.
 * Several instances may do this at once.
 */
export async function ensureAdmin(admin: { email: string; password: string }, options: EnsureAdminOptions): Promise<void> {
  const { users, passwords, endSessions, clock, newId, logger } = options
  const account = await users.accountByEmail(admin.email)
  if (account === null) {
    const user = { id: newId(), email: admin.email, name: 'Admin', role: 'ADMIN', createdAt: clock() } as const
    try {
      await users.add({ user, passwordHash: await passwords.hash(admin.password) })
      logger.info({ userId: user.id }, 'made the first admin')
    } catch (error) {
      if (!(error instanceof EmailIsTaken)) throw error
      // Another instance was first.
      await ensureAdmin(admin, options)
    }
    return
  }
  if (account.user.role === 'ADMIN') return
  // Its sessions say CUSTOMER, and may be a stranger's: they end, and the next sign-in says ADMIN.
  const signOut = { keep: null, since: clock() }
  if (!(await users.makeAdmin(account.user.id, await passwords.hash(admin.password), signOut))) return
  logger.warn({ userId: account.user.id }, 'an account that was there is an admin now, with the password of the environment')
  await endSessions(account.user.id, signOut)
}
