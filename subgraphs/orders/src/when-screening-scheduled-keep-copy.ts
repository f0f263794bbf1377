import type { EventOf } from '@mov-ticket/shared-events'
import type { ScreeningCopies } from './store/screening-copies.js'

/** So that orders can check wishes without asking tickets (rule 16). */
export function whenScreeningScheduledKeepCopy(screenings: ScreeningCopies) {
  return ({ payload }: EventOf<'screening.scheduled'>) => screenings.keep(payload)
}
