import type { EventOf } from '@mov-ticket/shared-events'
import type { Committer } from './committer/committer.js'

export function whenOrderOutcomeRequestedAnswer(committer: Committer) {
  return async ({ payload }: EventOf<'order.outcome-requested'>): Promise<void> => {
    await committer.submit(payload.screeningId, { type: 'ANSWER_OUTCOME', ...payload })
  }
}
