import type { Identity, Logger, User } from '@mov-ticket/service-kit'
import type { CheckedSession, Sessions } from '../sessions/sessions.js'

/** The session of somebody who watches. */
export interface LiveSession {
  readonly user: User
  /** Who it is now; asked anew where that is long ago. Rejects where nobody can tell. */
  identity(): Promise<Identity>
  leave(): void
}

export interface LiveSessions {
  /** Null: the token is nobody's. Rejects where nobody can tell. `onEnd` is called when the session has ended. */
  open(token: string, onEnd: () => void): Promise<LiveSession | null>
  /** These were revoked. */
  end(sessionIds: readonly string[]): void
  /** Revocations may have been missed: all are asked about, spread over 5 s. */
  checkAll(): void
  readonly size: number
  stop(): void
}

export interface LiveSessionsOptions {
  readonly sessions: Pick<Sessions, 'check'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long an answer is believed at a question. */
  readonly freshMs: number
  readonly logger: Logger
}

interface Entry {
  readonly token: string
  user: User
  checkedAt: number
  timer: NodeJS.Timeout | undefined
  readonly members: Set<() => void>
}

const CHECK_EVERY_MS = 30_000
const SPREAD_MS = 5_000

/** Sessions that keep sockets open (rule 19). None of its questions keeps a session alive. */
export function createLiveSessions({ sessions, now, freshMs, logger }: LiveSessionsOptions): LiveSessions {
  const entries = new Map<string, Entry>()

  async function check(entry: Entry): Promise<void> {
    schedule(entry, CHECK_EVERY_MS)
    try {
      const checked = await sessions.check(entry.token)
      if (checked === null) end(entry)
      else update(entry, checked)
    } catch (err) {
      logger.debug({ err }, 'nobody can tell whether a live session still is one')
    }
  }

  function update(entry: Entry, { user, expiresAt }: CheckedSession): void {
    entry.user = user
    entry.checkedAt = now()
    schedule(entry, Math.max(0, Math.min(CHECK_EVERY_MS, expiresAt - now())))
  }

  function schedule(entry: Entry, ms: number): void {
    clearTimeout(entry.timer)
    if (entries.get(entry.token) === entry) entry.timer = setTimeout(() => void check(entry), ms)
  }

  function drop(entry: Entry): void {
    clearTimeout(entry.timer)
    if (entries.get(entry.token) === entry) entries.delete(entry.token)
  }

  function end(entry: Entry): void {
    drop(entry)
    for (const onEnd of entry.members) onEnd()
    entry.members.clear()
  }

  async function identity(entry: Entry): Promise<Identity> {
    if (now() - entry.checkedAt >= freshMs) {
      const checked = await sessions.check(entry.token)
      if (checked === null) {
        end(entry)
        return null
      }
      update(entry, checked)
    }
    return entry.user
  }

  return {
    async open(token, onEnd) {
      const checked = await sessions.check(token)
      if (checked === null) return null
      const entry = entries.get(token) ?? { token, user: checked.user, checkedAt: 0, timer: undefined, members: new Set() }
      entries.set(token, entry)
      entry.members.add(onEnd)
      update(entry, checked)
      return {
        user: checked.user,
        identity: () => identity(entry),
        leave() {
          entry.members.delete(onEnd)
          if (entry.members.size === 0) drop(entry)
        },
      }
    },
    end(sessionIds) {
      const ended = new Set(sessionIds)
      for (const entry of entries.values()) if (ended.has(entry.user.sessionId)) end(entry)
    },
    checkAll() {
      for (const entry of entries.values()) schedule(entry, Math.random() * SPREAD_MS)
    },
    get size() {
      return entries.size
    },
    stop() {
      for (const entry of entries.values()) clearTimeout(entry.timer)
      entries.clear()
    },
  }
}
