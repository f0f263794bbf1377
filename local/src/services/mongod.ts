import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../processes/free-port.js'
import { isListening } from '../processes/is-listening.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import type { Service } from './service.js'
import { startedService } from './started-service.js'

const READY_MS = 60_000

/** A private mongod, standalone: no part of the platform needs a replica set. */
export async function startMongod(binary: string, dataFolder: string): Promise<Service> {
  const port = await freePort()
  const folder = join(dataFolder, 'mongod')
  await mkdir(folder, { recursive: true })
  return startedService({
    url: `mongodb://127.0.0.1:${port}`,
    main: 'mongodb',
    start: async (appendLog) => {
      const mongod = await startOwnedProcess({
        name: 'mongodb',
        command: binary,
        args: ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
        env: process.env,
        dataFolder,
        logFile: join(dataFolder, 'logs', 'mongodb.log'),
        appendLog,
        graceMs: 30_000,
      })
      await waitUntilReady(mongod, () => isListening(port), READY_MS)
      return [mongod]
    },
  })
}
