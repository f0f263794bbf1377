import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../platform/root.js'
import { claimDataFolder } from '../../processes/claim.js'
import { startWatchdog } from '../../processes/watchdog.js'
import type { Service } from '../../services/service.js'
import { startEngine } from '../start-engine.js'

export interface TestEngine extends Service {
  /** Stops the engine and removes all of it. */
  stop(): Promise<void>
}

/** An engine for the tests of one file, which ends even when they are killed. */
export async function startTestEngine(): Promise<TestEngine> {
  const dataFolder = await temporaryFolder()
  const release = await claimDataFolder(dataFolder)
  const watchdog = startWatchdog(dataFolder)
  const engine = await startEngine(dataFolder, () => undefined)
  return {
    ...engine,
    stop: async () => {
      await engine.stop()
      await release()
      watchdog.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Inside the clone, as all that tests leave behind. */
export async function temporaryFolder(): Promise<string> {
  const specs = join(ROOT, '.local', 'specs')
  await mkdir(specs, { recursive: true })
  return mkdtemp(join(specs, 'spec-'))
}
