import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** LOCKED becomes RESERVED, and the reservation is answered. */
export function whenSeatsReservedCompleteOrder(hear: HearAnnouncement) {
  return (event: EventOf<'seats.reserved'>) => hear(event)
}
