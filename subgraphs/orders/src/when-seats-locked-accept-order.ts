import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** PENDING becomes LOCKED. A lock that the order does not want (any more) is answered with a cancellation (rule 6). */
export function whenSeatsLockedAcceptOrder(hear: HearAnnouncement) {
  return (event: EventOf<'seats.locked'>) => hear(event)
}
