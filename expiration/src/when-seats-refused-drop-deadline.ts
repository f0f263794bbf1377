import type { EventOf } from '@mov-ticket/shared-events'
import { dropDeadline } from './keep-deadline.js'
import type { Reactions } from './keep-deadline.js'

/** The order got no seats, or holds none any more. */
export function whenSeatsRefusedDropDeadline(reactions: Reactions) {
  return (event: EventOf<'seats.refused'>): Promise<void> => dropDeadline(reactions, event)
}
