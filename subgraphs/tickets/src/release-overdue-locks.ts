import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@mov-ticket/service-kit'
import type { Committer } from './committer/committer.js'
import type { ScreeningStore } from './store/screening-store.js'

const EVERY_MS = 5_000
const AT_ONCE = 200

export interface OverdueLocks {
  readonly store: Pick<ScreeningStore, 'withOverdueLocks'>
  readonly committer: Committer
  readonly now: () => Date
  readonly logger: Logger
  readonly everyMs?: number
}

/** Seats return to sale even where no `lock.expired` ever arrives; the expiration worker only makes it punctual. */
export function releaseOverdueLocks({ store, committer, now, logger, everyMs = EVERY_MS }: OverdueLocks): { stop(): Promise<void> } {
  const ended = new AbortController()

  async function sweep(): Promise<void> {
    const overdue = await store.withOverdueLocks(now(), AT_ONCE)
    await Promise.all(overdue.map((id) => committer.submit(id, { type: 'RELEASE_OVERDUE' })))
  }

  async function sweepAgainAndAgain(): Promise<void> {
    while (!ended.signal.aborted) {
      await sweep().catch((err: unknown) => logger.warn({ err }, 'could not release overdue locks'))
      await delay(everyMs, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }

  const sweeping = sweepAgainAndAgain()
  return {
    async stop() {
      ended.abort()
      await sweeping
    },
  }
}
