import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from './log.js'
import { isRunning, readRecords, removeRecord, type ProcessRecord } from './process-records.js'

const GRACE_MS = 10_000
const POLL_MS = 50

/**
 * Ends what an earlier start with the same data folder left running (it was killed before it could stop them), one
 * after the other, what started last first. Only processes whose pid and start time are recorded there.
 */
export async function endLeftovers(dataFolder: string, log: Log, graceMs = GRACE_MS): Promise<void> {
  for (const record of await readRecords(dataFolder)) {
    if (isRunning(record)) {
      log(`Ending ${record.name} (pid ${record.pid}), left behind by an earlier start`)
      await endGroup(record, graceMs)
    }
    await removeRecord(dataFolder, record)
  }
}

async function endGroup(record: ProcessRecord, graceMs: number): Promise<void> {
  signalGroup(record.pid, 'SIGTERM')
  for (let waited = 0; isRunning(record) && waited < graceMs; waited += POLL_MS) await delay(POLL_MS)
  if (!isRunning(record)) return
  signalGroup(record.pid, 'SIGKILL')
  while (isRunning(record)) await delay(POLL_MS)
}

/** Signals a process and all of its group; a group that is gone already is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
