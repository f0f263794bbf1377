import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

export function whenOrderCancellationRequestedReleaseSeats(committer: Committer) {
  return async ({ payload }: EventOf<'order.cancellation-requested'>): Promise<void> => {
    const { screeningId, orderId, requestId } = payload
    await committer.submit(screeningId, { type: 'CANCEL', orderId, requestId })
  }
}
