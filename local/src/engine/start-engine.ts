import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../processes/free-port.js'
import { isListening } from '../processes/is-listening.js'
import { step, type Log } from '../processes/log.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import type { Service } from '../services/service.js'
import { startedService } from '../services/started-service.js'
import { databaseFolder } from './postgres/database-folder.js'
import { serverUser } from './postgres/server-user.js'
import { startPostgres } from './postgres/start-postgres.js'
import { installEngine } from './setup/install-engine.js'

/** The built gateway, also when this runs from the sources (tests). */
const GATEWAY = fileURLToPath(new URL('../../dist/engine/main.js', import.meta.url))
const READY_MS = 10_000

/** PostgreSQL with DocumentDB and the gateway in front of it, which together are "the MongoDB". Both die by `kill`. */
export async function startEngine(dataFolder: string, log: Log): Promise<Service> {
  const engine = await installEngine(log)
  const folder = join(dataFolder, 'mongodb')
  await mkdir(folder, { recursive: true })
  const user = await serverUser([folder, dirname(engine.binaries)])
  const database = await step(log, 'Creating the database', () => databaseFolder(folder, engine, user))
  const [port, postgresPort] = [await freePort(), await freePort()]
  const settings = { PORT: String(port), POSTGRES_PORT: String(postgresPort), POSTGRES_PASSWORD: database.password }
  return startedService({
    url: `mongodb://127.0.0.1:${port}`,
    main: 'mongodb',
    start: async (appendLog) => {
      const postgres = await startPostgres({ dataFolder, port: postgresPort, engine, database, user, appendLog })
      const gateway = await startOwnedProcess({
        name: 'mongodb-gateway',
        command: process.execPath,
        args: ['--enable-source-maps', GATEWAY],
        env: { ...process.env, NODE_OPTIONS: '', ...settings },
        dataFolder,
        logFile: join(dataFolder, 'logs', 'mongodb-gateway.log'),
        appendLog,
      })
      await waitUntilReady(gateway, () => isListening(port), READY_MS)
      return [postgres, gateway]
    },
  })
}
