import { createHash } from 'node:crypto'
import type { Role } from '@mov-ticket/service-kit'

export interface Session {
  /** Not the token, and not made from it. */
  readonly id: string
  readonly userId: string
  readonly role: Role
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly userAgent: string | null
}

export interface Lifetime {
  /** How long a session lives without being used. */
  readonly idleMs: number
  /** How long it lives at most. */
  readonly capMs: number
}

export function expiryOf(createdAt: Date, now: Date, { idleMs, capMs }: Lifetime): Date {
  return new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + capMs))
}

const SEEN_EVERY_MS = 60_000

/** The session as used now; null where writing it down can wait: "last seen" is good to a minute. */
export function slide(session: Session, now: Date, lifetime: Lifetime): Session | null {
  if (now.getTime() - session.lastSeenAt.getTime() < SEEN_EVERY_MS) return null
  return { ...session, lastSeenAt: now, expiresAt: expiryOf(session.createdAt, now, lifetime) }
}

/** Only this is stored: who reads the store can't sign in. A token has 256 random bits, so no salt is needed. */
export function tokenHashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
