import type { EventOf } from '@mov-ticket/shared-events'
import { dropDeadline } from './keep-deadline.js'
import type { Reactions } from './keep-deadline.js'

/** The seats are sold: the lock has no end any more. */
export function whenSeatsReservedDropDeadline(reactions: Reactions) {
  return (event: EventOf<'seats.reserved'>): Promise<void> => dropDeadline(reactions, event)
}
