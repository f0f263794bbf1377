import type { EventOf } from '@mov-ticket/shared-events'
import { keepDeadline } from './keep-deadline.js'
import type { Reactions } from './keep-deadline.js'

/** The buyer got more time. */
export function whenSeatsLockExtendedMoveDeadline(reactions: Reactions) {
  return (event: EventOf<'seats.lock-extended'>): Promise<void> => keepDeadline(reactions, event)
}
