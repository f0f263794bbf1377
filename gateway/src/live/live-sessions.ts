import type { Identity, Logger, User } from '@mov-ticket/service-kit'
import type { CheckedSession, Sessions } from '../sessions/sessions.js'

/** The session of somebody who watches. */
export interface LiveSession {
  readonly user: User
  /** Who it is now, null once it has ended; asked anew where that is long ago. Rejects where nobody can tell. */
  identity(): Promise<Identity>
  leave(): void
}

export interface LiveSessions {
  /** Null: the token is nobody's. Rejects where nobody can tell. `onEnd` is called when the session has ended. */
  open(token: string, onEnd: () => void): Promise<LiveSession | null>
  /** These were revoked. */
  end(sessionIds: readonly string[]): void
  /** Revocations may have been missed: all are asked about, spread over 5 s, or before they are next believed. */
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
  /** When what is known was asked for. */
  askedAt: number
  /** When the session ends, as far as is known. */
  expiresAt: number
  /** What was asked for until then is not believed. */
  doubtedAt: number
  isEnded: boolean
  asking: Promise<void> | null
  timer: NodeJS.Timeout | undefined
  readonly members: Set<() => void>
}

const CHECK_EVERY_MS = 30_000
const SPREAD_MS = 5_000
/** Where auth's clock is behind ours, a session that is over here goes on there for a while. */
const SOONEST_MS = 250

/** Sessions that keep sockets open (rule 19). None of its questions keeps a session alive. */
export function createLiveSessions({ sessions, now, freshMs, logger }: LiveSessionsOptions): LiveSessions {
  const entries = new Map<string, Entry>()

  /** Rejects where nobody can tell. */
  async function ask(entry: Entry): Promise<void> {
    const askedAt = now()
    const checked = await sessions.check(entry.token)
    if (checked === null) end(entry)
    else learn(entry, checked, askedAt)
  }

  function askOnce(entry: Entry): Promise<void> {
    entry.asking ??= ask(entry).finally(() => {
      entry.asking = null
    })
    return entry.asking
  }

  /** Answers may come in another order than they were asked for. */
  function learn(entry: Entry, { user, expiresAt }: CheckedSession, askedAt: number): void {
    if (askedAt < entry.askedAt) return
    Object.assign(entry, { user, expiresAt, askedAt })
    if (askedAt > entry.doubtedAt) schedule(entry, Math.max(SOONEST_MS, Math.min(CHECK_EVERY_MS, expiresAt - now())))
  }

  function schedule(entry: Entry, ms: number): void {
    clearTimeout(entry.timer)
    if (entries.get(entry.token) !== entry) return
    entry.timer = setTimeout(() => {
      schedule(entry, CHECK_EVERY_MS)
      askOnce(entry).catch((err: unknown) => logger.debug({ err }, 'nobody can tell whether a live session still is one'))
    }, ms)
  }

  function drop(entry: Entry): void {
    clearTimeout(entry.timer)
    if (entries.get(entry.token) === entry) entries.delete(entry.token)
  }

  function end(entry: Entry): void {
    entry.isEnded = true
    drop(entry)
    for (const onEnd of entry.members) {
      try {
        onEnd()
      } catch (err) {
        logger.error({ err }, 'a connection did not end with its session')
      }
    }
    entry.members.clear()
  }

  function isBelieved({ askedAt, doubtedAt, expiresAt }: Entry): boolean {
    return askedAt > doubtedAt && now() - askedAt < freshMs && now() < expiresAt
  }

  async function check(token: string): Promise<CheckedSession | null> {
    try {
      return await sessions.check(token)
    } catch (err) {
      logger.error({ err }, 'nobody can tell whose connection this is')
      throw err
    }
  }

  async function identity(entry: Entry): Promise<Identity> {
    if (!entry.isEnded && !isBelieved(entry)) await askOnce(entry)
    return entry.isEnded ? null : entry.user
  }

  return {
    async open(token, onEnd) {
      const askedAt = now()
      const checked = await check(token)
      if (checked === null) return null
      const entry: Entry = entries.get(token) ?? {
        token, ...checked, askedAt, doubtedAt: -Infinity, isEnded: false, asking: null, timer: undefined, members: new Set(),
      }
      entries.set(token, entry)
      entry.members.add(onEnd)
      learn(entry, checked, askedAt)
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
      for (const entry of entries.values()) {
        entry.doubtedAt = now()
        schedule(entry, Math.random() * SPREAD_MS)
      }
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
