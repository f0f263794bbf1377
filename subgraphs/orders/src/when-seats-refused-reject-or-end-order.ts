import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** PENDING becomes REJECTED; an order that should hold seats does not hold them any more: CANCELLED or EXPIRED (rule 8). */
export function whenSeatsRefusedRejectOrEndOrder(hear: HearAnnouncement) {
  return (event: EventOf<'seats.refused'>) => hear(event)
}
