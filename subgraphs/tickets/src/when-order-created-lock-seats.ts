import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

export function whenOrderCreatedLockSeats(committer: Committer) {
  return async ({ payload }: EventOf<'order.created'>): Promise<void> => {
    await committer.submit(payload.screeningId, { type: 'LOCK', ...payload })
  }
}
