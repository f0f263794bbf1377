import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../processes/log.js'
import type { Exit } from '../processes/owned-process.js'

const FIRST_MS = 500
const LONGEST_MS = 30_000
/** Who ran this long starts afresh with the shortest pause. */
const HEALTHY_MS = 60_000

/** How long to wait before a process that crashed is started again: twice as long each time it does not last. */
export function backOff(previousMs: number | undefined, ranMs: number): number {
  if (previousMs === undefined || ranMs >= HEALTHY_MS) return FIRST_MS
  return Math.min(previousMs * 2, LONGEST_MS)
}

export interface Restartable {
  restart(): Promise<void>
}

/** Starts crashed processes again, and says so, until `signal` is aborted. */
export function keepRunning(log: Log, signal: AbortSignal): (name: string, process: Restartable, exit: Exit) => Promise<void> {
  const last = new Map<string, { pauseMs: number; at: number }>()
  return async (name, crashed, exit) => {
    if (signal.aborted) return
    const before = last.get(name)
    const pauseMs = backOff(before?.pauseMs, Date.now() - (before?.at ?? 0))
    log(`${name} ended (${exit.signal ?? `code ${exit.code}`}); it is started again in ${pauseMs / 1_000} s`)
    await delay(pauseMs, null, { signal }).catch(() => null)
    if (signal.aborted) return
    last.set(name, { pauseMs, at: Date.now() })
    await crashed.restart().then(
      () => log(`${name} is back`),
      (error: unknown) => log(`${name} does not come back: ${error instanceof Error ? error.message : String(error)}`),
    )
  }
}
