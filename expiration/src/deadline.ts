/** When a lock ends, as far as expiration knows. Times are milliseconds by its own clock. */
export interface Deadline {
  readonly orderId: string
  readonly screeningId: string
  /** The order's state at tickets that this deadline belongs to. */
  readonly sequence: number
  readonly dueAt: number
  /** What led to the lock, so that its end is logged under the same id. */
  readonly correlationId: string
  readonly causationId: string
}

/** A lock as tickets announced it. */
export interface AnnouncedLock {
  readonly lockedUntil: Date
  /** What was left of it by the clock of tickets when it was announced. */
  readonly remainingMs: number
}

/**
 * When to announce the end of a lock whose state is news here: the earlier of what both clocks say. Where that turns
 * out to be early, tickets announces the lock again; later than right would keep seats from sale.
 */
export function firstDueTime({ lockedUntil, remainingMs }: AnnouncedLock, now: number): number {
  return Math.min(lockedUntil.getTime(), now + remainingMs)
}

/** When to announce it where tickets speaks of the same state again: only our own clock counts. */
export function repeatedDueTime({ remainingMs }: AnnouncedLock, now: number): number {
  return now + remainingMs
}
