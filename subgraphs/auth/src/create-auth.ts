import { randomUUID } from 'node:crypto'
import { waitFor } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import type { AnyEvent } from '@mov-ticket/shared-events'
import type { Redis } from 'ioredis'
import type { Connection } from 'mongoose'
import { createChangePassword } from './accounts/change-password.js'
import { createEndSessions, endLeftSessions } from './accounts/end-sessions.js'
import { ensureAdmin } from './accounts/ensure-admin.js'
import { createOpenSession } from './accounts/open-session.js'
import { createSignIn } from './accounts/sign-in.js'
import { createSignOut } from './accounts/sign-out.js'
import { createSignUp } from './accounts/sign-up.js'
import type { Clock } from './clock.js'
import { createResolvers } from './graph/resolvers.js'
import { createFailedSignIns } from './limits/failed-sign-ins.js'
import { createRateLimits } from './limits/rate-limits.js'
import { hashingConcurrency } from './passwords/hashing-concurrency.js'
import { createHashingQueue } from './passwords/hashing-queue.js'
import { createOneAtATime } from './passwords/one-at-a-time.js'
import { createPasswords } from './passwords/passwords.js'
import { createRevocations } from './sessions/revocations.js'
import { createSessions } from './sessions/sessions.js'
import { userModelOn } from './users/user-model.js'
import { createUsers } from './users/users.js'

export interface AuthOptions {
  readonly mongo: Connection
  readonly redis: Redis
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly clock: Clock
  readonly logger: Logger
  readonly settings: AuthSettings
}

export interface AuthSettings {
  readonly namespace: string
  readonly sessionDays: number
  readonly sessionMaxDays: number
  readonly maxSessions: number
  readonly signUpsPerMinute: number
  readonly signInsPerMinute: number
  readonly hashingQueue: number
}

const DAY_MS = 86_400_000
/** Guesses at one account from one address that may wait for their turn. */
const GUESSES_WAITING = 50

/** The parts of auth, put together; the process around them is main.ts. */
export async function createAuth({ mongo, redis, publish, clock, logger, settings }: AuthOptions) {
  const { namespace } = settings
  const model = userModelOn(mongo)
  await waitFor('the indexes of users', () => model.createIndexes(), logger)

  const users = createUsers(model)
  const passwords = await createPasswords(
    createHashingQueue({ concurrency: hashingConcurrency(), waiting: settings.hashingQueue }),
  )
  const lifetime = { idleMs: settings.sessionDays * DAY_MS, capMs: settings.sessionMaxDays * DAY_MS }
  const sessions = createSessions({ redis, namespace, lifetime, clock })
  const revocations = createRevocations({ redis, namespace, sessions, publish, clock, logger })
  const limits = createRateLimits({ redis, ...settings })
  const failures = createFailedSignIns({ redis, namespace })
  const oneAtATime = createOneAtATime(GUESSES_WAITING)
  const openSession = createOpenSession({ sessions, revocations, maxPerUser: settings.maxSessions })
  const endSessions = createEndSessions({ users, sessions, revocations })

  const resolvers = createResolvers({
    signUp: createSignUp({ users, passwords, limits, failures, openSession, clock, newId: randomUUID }),
    signIn: createSignIn({ users, passwords, limits, failures, sessions, revocations, openSession, oneAtATime }),
    signOut: createSignOut({ sessions, revocations }),
    changePassword: createChangePassword({ users, passwords, failures, sessions, endSessions, oneAtATime, clock }),
    sessions,
  })

  return {
    resolvers,
    users,
    sessions,
    ensureAdmin: (admin: { email: string; password: string }) =>
      ensureAdmin(admin, { users, passwords, endSessions, clock, newId: randomUUID, logger }),
    /** Ends and announces what an earlier run, or a moment without broker or Redis, left behind. */
    async finishRevocations(): Promise<void> {
      await endLeftSessions(users, endSessions)
      await revocations.finish()
    },
  }
}

export type Auth = Awaited<ReturnType<typeof createAuth>>
