import type { RequestOf, ResponseOf } from '@mov-ticket/shared-events'
import type { Auditoriums } from './store/auditoriums.js'
import type { ScreeningViews } from './store/screening-views.js'

/** `tickets.screening`: what orders must know of a screening that it has not heard of. */
export function answerScreening(views: Pick<ScreeningViews, 'byIds'>, auditoriums: Pick<Auditoriums, 'planOf'>) {
  return async ({ screeningId }: RequestOf<'tickets.screening'>): Promise<ResponseOf<'tickets.screening'>> => {
    const [view] = await views.byIds([screeningId], false)
    if (!view) return null
    const { startsAt, lockSeconds, maxTicketsPerOrder, currency, auditoriumId } = view.terms
    const plan = await auditoriums.planOf(auditoriumId)
    return {
      screeningId,
      startsAt: startsAt.toISOString(),
      lockSeconds, maxTicketsPerOrder, currency,
      seatLabels: plan.seats.map((seat) => seat.label),
      cancelled: view.cancelledAt !== null,
    }
  }
}
