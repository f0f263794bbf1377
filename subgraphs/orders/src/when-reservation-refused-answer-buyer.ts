import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** The order stays as it is (rule 8), and the reservation is answered. */
export function whenReservationRefusedAnswerBuyer(hear: HearAnnouncement) {
  return (event: EventOf<'reservation.refused'>) => hear(event)
}
