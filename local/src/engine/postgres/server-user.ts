import { findBinary } from '../../processes/find-binary.js'
import { runCommand } from '../../processes/run-command.js'

/** `nobody` and `nogroup`, by number, because images without those names exist. */
const NOBODY = 65_534

/** How to run a program as the user that PostgreSQL runs as (it refuses root). */
export interface ServerUser {
  /** Whom the database's files belong to; null where that is who we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
  /** What goes before the program and its arguments. */
  readonly prefix: readonly string[]
}

/**
 * The user for programs that need to reach `folders`: ourselves, or for root nobody. Where nobody can't reach them (a
 * clone in root's home or in a private folder of /tmp) the program keeps one capability of root's: to pass through folders.
 */
export async function serverUser(folders: readonly string[], uid = process.getuid?.()): Promise<ServerUser> {
  if (uid !== 0) return { owner: null, prefix: [] }
  const setpriv = await findBinary('setpriv')
  if (!setpriv) throw new Error('PostgreSQL refuses to run as root, and there is no setpriv (package util-linux) to run it as nobody')
  const owner = { uid: NOBODY, gid: NOBODY }
  const plain = [setpriv, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  // The first is enough; containers often have only the second.
  const passing = ['dac_read_search', 'dac_override'].map((capability) => [
    ...plain,
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ])
  for (const prefix of [plain, ...passing]) if (await canReach(prefix, folders)) return { owner, prefix }
  throw new Error(
    `PostgreSQL runs as nobody (it refuses root), who can't reach ${folders.join(' or ')}. ` +
      'Choose another data folder (npm start -- --data <folder>), or start as an ordinary user.',
  )
}

async function canReach([command = '', ...args]: readonly string[], folders: readonly string[]): Promise<boolean> {
  const script = 'for folder; do cd "$folder" || exit 1; done'
  return runCommand(command, [...args, '/bin/sh', '-c', script, 'sh', ...folders], { cwd: '/' }).then(
    () => true,
    () => false,
  )
}
