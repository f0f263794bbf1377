import type { AnyEvent } from '@mov-ticket/shared-events'
import { nextLockEnd, takenCount, type Screening } from '../screening/screening.js'

export interface Outgoing {
  /** Events of this change. */
  readonly events: readonly AnyEvent[]
  /** Events that the broker has confirmed: they leave the outbox with this write. */
  readonly confirmed: readonly string[]
  readonly now: Date
}

export interface Update {
  readonly $set: Record<string, unknown>
  readonly $unset?: Record<string, ''>
}

/** The update that makes the stored screening `after`: only what changed. Throws where a key would be no plain path. */
export function screeningUpdate(before: Screening, after: Screening, outgoing: Outgoing): Update {
  const set: Record<string, unknown> = {
    version: after.version,
    sequence: after.sequence,
    fullSince: after.fullSince,
    cancelledAt: after.cancelledAt,
    takenCount: takenCount(after),
    pendingSince: outgoing.now,
  }
  const unset: Record<string, ''> = {}

  const lockEnd = nextLockEnd(after)
  if (lockEnd) set['nextLockEnd'] = lockEnd
  else unset['nextLockEnd'] = ''

  for (const [label, entry] of after.holds) {
    if (entry.version === after.version) set[path('holds', label)] = entry
  }
  for (const [orderId, booking] of after.bookings) {
    if (before.bookings.get(orderId) !== booking) set[path('bookings', orderId)] = booking
  }
  for (const orderId of before.bookings.keys()) {
    if (!after.bookings.has(orderId)) unset[path('bookings', orderId)] = ''
  }
  for (const event of outgoing.events) set[path('pendingEvents', event.id)] = event
  for (const eventId of outgoing.confirmed) unset[path('pendingEvents', eventId)] = ''
  return { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}

function path(map: string, key: string): string {
  if (key === '' || key.includes('.') || key.startsWith('$')) throw new Error(`"${key}" can not be a key of ${map}`)
  return `${map}.${key}`
}
