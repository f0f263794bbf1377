import type { EventOf } from '@mov-ticket/shared-events'
import { keepDeadline } from './keep-deadline.js'
import type { Reactions } from './keep-deadline.js'

/** A lock begins, or tickets speaks of it again: because somebody asked, or because its end was announced too early. */
export function whenSeatsLockedSetDeadline(reactions: Reactions) {
  return (event: EventOf<'seats.locked'>): Promise<void> => keepDeadline(reactions, event)
}
