import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

/** Overdue orders are released at the head of every batch; where this one is not overdue by our clock, its deadline is announced again. */
export function whenLockExpiredReleaseSeats(committer: Committer) {
  return async ({ payload }: EventOf<'lock.expired'>): Promise<void> => {
    await committer.submit(payload.screeningId, { type: 'EXPIRE', orderId: payload.orderId })
  }
}
