import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

export function whenOrderReservationRequestedReserveSeats(committer: Committer) {
  return async ({ payload }: EventOf<'order.reservation-requested'>): Promise<void> => {
    const { screeningId, orderId, requestId } = payload
    await committer.submit(screeningId, { type: 'RESERVE', orderId, requestId })
  }
}
