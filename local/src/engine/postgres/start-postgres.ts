import { join } from 'node:path'
import { Client } from 'pg'
import { startOwnedProcess, type OwnedProcess } from '../../processes/owned-process.js'
import { waitUntilReady } from '../../processes/wait-until.js'
import type { EngineFiles } from '../setup/engine-files.js'
import { ENVIRONMENT, type DatabaseFolder } from './database-folder.js'
import type { ServerUser } from './server-user.js'
import { settings } from './settings.js'

/** After a crash PostgreSQL replays its log first. */
const READY_MS = 60_000
const ATTEMPTS = 5
/** Indexes are built at once here, so the jobs that look every 2 s for some to build have nothing to do. */
const PREPARATION = [
  'CREATE EXTENSION IF NOT EXISTS documentdb CASCADE',
  "UPDATE cron.job SET active = false WHERE active AND command LIKE '%build_index_concurrently%'",
]

export interface PostgresOptions {
  readonly dataFolder: string
  readonly port: number
  readonly engine: EngineFiles
  readonly database: DatabaseFolder
  readonly user: ServerUser
  readonly appendLog: boolean
}

/** Starts PostgreSQL and waits until DocumentDB answers in it. */
export async function startPostgres(options: PostgresOptions): Promise<OwnedProcess> {
  for (let attempt = 1; ; attempt++) {
    const postgres = await spawnPostgres(options)
    try {
      await waitUntilReady(postgres, () => prepare(options), READY_MS)
      return postgres
    } catch (error) {
      await postgres.stop()
      // Right after a kill -9 the workers of the one before may still be on their way out.
      if (attempt === ATTEMPTS || !/shared memory block|lock file/.test(String(error))) throw error
    }
  }
}

function spawnPostgres({ dataFolder, port, engine, database, user, appendLog }: PostgresOptions): Promise<OwnedProcess> {
  const parameters = Object.entries(settings(port)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command = '', ...args] = [...user.prefix, join(engine.binaries, 'postgres'), '-D', database.cluster, ...parameters]
  return startOwnedProcess({
    name: 'mongodb',
    command,
    args,
    // DocumentDB connects to its own server for some commands (create), as libpq does: with the password from here.
    env: { ...ENVIRONMENT, PGPASSWORD: database.password },
    cwd: '/',
    dataFolder,
    logFile: join(dataFolder, 'logs', 'mongodb.log'),
    appendLog,
    stopSignal: 'SIGINT', // "fast": connections are ended, all is written
  })
}

/** Resolves to true once the extension is there; rejects while the server does not answer. */
async function prepare({ port, database }: PostgresOptions): Promise<boolean> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    password: database.password,
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const statement of PREPARATION) await client.query(statement)
    return true
  } finally {
    await client.end()
  }
}
