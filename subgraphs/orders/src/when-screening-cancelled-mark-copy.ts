import type { EventOf } from '@mov-ticket/shared-events'
import type { ScreeningCopies } from './store/screening-copies.js'

/** Only the copy (rule 16): each of its orders hears of its own release from tickets. */
export function whenScreeningCancelledMarkCopy(screenings: ScreeningCopies) {
  return ({ payload }: EventOf<'screening.cancelled'>) => screenings.cancel(payload.screeningId)
}
