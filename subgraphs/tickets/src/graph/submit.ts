import { unavailable } from '@mov-ticket/service-kit'
import { NotNow } from '@mov-ticket/shared-events'
import type { Committer } from '../committer/committer.js'

export type Submit = Committer['submit']

/** For callers over HTTP: they hear at once that something is away, and may ask again. */
export function submitOrFail(committer: Committer): Submit {
  return async (screeningId, command) => {
    try {
      return await committer.submit(screeningId, command)
    } catch (error) {
      throw error instanceof NotNow ? unavailable() : error
    }
  }
}
