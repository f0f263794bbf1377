import { createEvent, screeningChannel, type Doorbell, type OutboxRelay } from '@mov-ticket/shared-events'
import { newScreening, type ScreeningTerms } from './screening/screening.js'
import type { SeatingPlan } from './screening/seating-plan.js'
import type { ScreeningStore } from './store/screening-store.js'
import type { ScreeningView } from './store/screening-views.js'

export type OpenScreening = (terms: ScreeningTerms, plan: SeatingPlan) => Promise<ScreeningView>

interface Options {
  readonly store: Pick<ScreeningStore, 'insert'>
  readonly relay: Pick<OutboxRelay, 'publish'>
  readonly doorbell: Pick<Doorbell, 'ring'>
  readonly now: () => Date
}

/** Puts a screening on sale: the document and its `screening.scheduled` are one write. */
export function openScreening({ store, relay, doorbell, now: clock }: Options): OpenScreening {
  return async (terms, plan) => {
    const screening = newScreening(terms)
    const now = clock()
    const { id: screeningId, startsAt, lockSeconds, maxTicketsPerOrder, currency } = terms
    const scheduled = createEvent(
      'screening.scheduled',
      {
        screeningId, startsAt: startsAt.toISOString(), lockSeconds, maxTicketsPerOrder, currency,
        seatLabels: plan.seats.map((seat) => seat.label),
      },
      { aggregateId: screeningId, aggregateVersion: screening.sequence, now },
    )
    const seatCount = plan.seats.length
    await store.insert(screening, seatCount, [scheduled], now)
    relay.publish(screeningId, [scheduled])
    doorbell.ring(screeningChannel(screeningId), screening.version)
    return { ...screening, seatCount, takenCount: 0 }
  }
}
