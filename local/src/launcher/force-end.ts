import { signalGroup } from '../processes/leftovers.js'
import { isRunning, readRecords, removeRecord } from '../processes/process-records.js'

/** Kills all that is recorded in the data folder, at once. The databases recover at the next start. */
export async function forceEnd(dataFolder: string): Promise<void> {
  for (const record of await readRecords(dataFolder)) {
    if (isRunning(record)) signalGroup(record.pid, 'SIGKILL')
    await removeRecord(dataFolder, record)
  }
}
