import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../processes/free-port.js'
import { isListening } from '../processes/is-listening.js'
import { step, type Log } from '../processes/log.js'
import { startOwnedProcess, type OwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import { databaseFolder } from './postgres/database-folder.js'
import { serverUser } from './postgres/server-user.js'
import { startPostgres } from './postgres/start-postgres.js'
import { installEngine } from './setup/install-engine.js'

/** The built gateway, also when this runs from the sources (tests). */
const GATEWAY = fileURLToPath(new URL('../../dist/engine/main.js', import.meta.url))
const READY_MS = 10_000

/** PostgreSQL with DocumentDB and the gateway in front of it, which together are "the MongoDB". */
export interface Engine {
  readonly url: string
  /** PostgreSQL's, whose death is the engine's. */
  readonly pid: number
  /** Signals PostgreSQL and the gateway: SIGKILL is a crash of the database. */
  kill(signal: NodeJS.Signals): void
  /** Ends what still runs and starts again, on the same port and data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startEngine({ dataFolder, log }: { dataFolder: string; log: Log }): Promise<Engine> {
  const files = await installEngine(log)
  const folder = join(dataFolder, 'mongodb')
  await mkdir(folder, { recursive: true })
  const user = await serverUser([folder, dirname(files.binaries)])
  const database = await step(log, 'Creating the database', () => databaseFolder(folder, files, user))
  const [port, postgresPort] = [await freePort(), await freePort()]

  const start = async (appendLog: boolean): Promise<{ postgres: OwnedProcess; gateway: OwnedProcess }> => {
    const options = { dataFolder, port: postgresPort, engine: files, database, user, appendLog }
    const postgres = await startPostgres(options)
    const environment = { PORT: String(port), POSTGRES_PORT: String(postgresPort), POSTGRES_PASSWORD: database.password }
    const gateway = await startOwnedProcess({
      name: 'mongodb-gateway',
      command: process.execPath,
      args: ['--enable-source-maps', GATEWAY],
      env: { ...process.env, ...environment },
      dataFolder,
      logFile: join(dataFolder, 'logs', 'mongodb-gateway.log'),
      appendLog,
    })
    await waitUntilReady(gateway, () => isListening(port), READY_MS)
    return { postgres, gateway }
  }
  let running = await step(log, 'Starting the DocumentDB engine', () => start(false))
  const stop = async () => {
    await running.gateway.stop()
    await running.postgres.stop()
  }
  return {
    url: `mongodb://127.0.0.1:${port}`,
    get pid() {
      return running.postgres.pid
    },
    kill: (signal) => {
      running.postgres.kill(signal)
      running.gateway.kill(signal)
    },
    restart: async () => {
      await stop()
      running = await start(true)
    },
    stop,
  }
}
