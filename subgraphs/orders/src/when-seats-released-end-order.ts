import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** The order becomes CANCELLED or EXPIRED, by the reason that tickets gives (rule 7). */
export function whenSeatsReleasedEndOrder(hear: HearAnnouncement) {
  return (event: EventOf<'seats.released'>) => hear(event)
}
