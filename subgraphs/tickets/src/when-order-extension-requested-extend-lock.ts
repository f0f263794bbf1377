import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

export function whenOrderExtensionRequestedExtendLock(committer: Committer) {
  return async ({ payload }: EventOf<'order.extension-requested'>): Promise<void> => {
    const { screeningId, orderId, requestId } = payload
    await committer.submit(screeningId, { type: 'EXTEND', orderId, requestId })
  }
}
