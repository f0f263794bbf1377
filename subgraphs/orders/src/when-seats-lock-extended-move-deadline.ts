import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** The order stays LOCKED, for longer, and the extension is answered. */
export function whenSeatsLockExtendedMoveDeadline(hear: HearAnnouncement) {
  return (event: EventOf<'seats.lock-extended'>) => hear(event)
}
