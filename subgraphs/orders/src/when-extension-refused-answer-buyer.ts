import type { EventOf } from '@mov-ticket/shared-events'
import type { HearAnnouncement } from './booking/announcements.js'

/** The order stays as it is (rule 8), and the extension is answered. */
export function whenExtensionRefusedAnswerBuyer(hear: HearAnnouncement) {
  return (event: EventOf<'extension.refused'>) => hear(event)
}
