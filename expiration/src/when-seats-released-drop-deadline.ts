import type { EventOf } from '@mov-ticket/shared-events'
import { dropDeadline } from './keep-deadline.js'
import type { Reactions } from './keep-deadline.js'

/** The seats are free again: cancelled, or expired. */
export function whenSeatsReleasedDropDeadline(reactions: Reactions) {
  return (event: EventOf<'seats.released'>): Promise<void> => dropDeadline(reactions, event)
}
