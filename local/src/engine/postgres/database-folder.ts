import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { runCommand } from '../../processes/run-command.js'
import type { EngineFiles } from '../setup/engine-files.js'
import type { ServerUser } from './server-user.js'
import { HOST_BASED_AUTHENTICATION } from './settings.js'

export interface DatabaseFolder {
  /** What PostgreSQL calls its data directory. */
  readonly cluster: string
  readonly password: string
}

/** PostgreSQL complains about a foreign locale; C is always there. */
export const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/nonexistent', LC_ALL: 'C', TZ: 'UTC' }

/** The database in `folder`, made where there is none yet. */
export async function databaseFolder(folder: string, engine: EngineFiles, user: ServerUser): Promise<DatabaseFolder> {
  const cluster = join(folder, 'postgres')
  const passwordFile = join(folder, 'password')
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version === null) await create(folder, cluster, passwordFile, engine, user)
  else if (version.trim() !== majorOf(engine)) throw otherVersion(cluster, version.trim(), majorOf(engine))
  return { cluster, password: await readFile(passwordFile, 'utf8') }
}

async function create(
  folder: string,
  cluster: string,
  passwordFile: string,
  { binaries }: EngineFiles,
  { owner, prefix }: ServerUser,
): Promise<void> {
  const fresh = `${cluster}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (owner) {
    await chmod(folder, 0o755)
    for (const path of [fresh, passwordFile]) await chown(path, owner.uid, owner.gid)
  }
  const [command, ...args] = [
    ...prefix,
    join(binaries, 'initdb'),
    `--pgdata=${fresh}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  await runCommand(command, args, { env: ENVIRONMENT, cwd: '/' })
  await writeFile(join(fresh, 'pg_hba.conf'), HOST_BASED_AUTHENTICATION)
  // Complete or not there at all, whenever we are interrupted.
  await rename(fresh, cluster)
}

function majorOf({ binaries }: EngineFiles): string {
  return basename(dirname(binaries))
}

function otherVersion(cluster: string, made: string, have: string): Error {
  return new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, the engine is ${have} now. ` +
      `Remove the data folder to start afresh, or use a mongod of your own (MONGODB_URL).`,
  )
}
