import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'

/** Tries until it succeeds, with back-off up to 2 s: a process starts before what it needs is there, and waits. */
export async function waitFor<T>(what: string, attempt: () => Promise<T>, logger: Logger): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.warn({ what, tries, reason }, `waiting for ${what}`)
      await delay(Math.min(100 * 2 ** tries, 2_000))
    }
  }
}
