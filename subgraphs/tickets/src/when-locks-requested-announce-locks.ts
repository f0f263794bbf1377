import type { Committer } from './committer/committer.js'
import type { ScreeningStore } from './store/screening-store.js'

/** Screenings that are asked at the same time. */
const AT_ONCE = 8

export function whenLocksRequestedAnnounceLocks(store: Pick<ScreeningStore, 'withLocks'>, committer: Committer) {
  return async (): Promise<void> => {
    let asked: Promise<unknown>[] = []
    for await (const screeningId of store.withLocks()) {
      asked.push(committer.submit(screeningId, { type: 'ANNOUNCE_LOCKS' }))
      if (asked.length < AT_ONCE) continue
      await Promise.all(asked)
      asked = []
    }
    await Promise.all(asked)
  }
}
