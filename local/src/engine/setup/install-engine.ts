import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findBinary, isReadable } from '../../processes/find-binary.js'
import { step, type Log } from '../../processes/log.js'
import { startTimeOf } from '../../processes/process-identity.js'
import { runCommand } from '../../processes/run-command.js'
import { arrange } from './arrange.js'
import { cacheFolder } from './cache-folder.js'
import { libraryClosure, parsePackages, type Package } from './closure.js'
import { manifestOf, readEngine, type EngineFiles } from './engine-files.js'
import { KEYRING, privateApt, type PrivateApt } from './private-apt.js'

import { unpack } from './unpack.js'

/** Counts up when what is kept in the cache changes its shape. */
const LAYOUT = 1
const UNPACKED_AT_ONCE = 2

/** Why the engine can't be had on this machine, or null where it can. */
export async function engineObstacle(): Promise<string | null> {
  if (await readEngine(engineFolder())) return null
  if (process.platform !== 'linux') return 'the DocumentDB engine runs on Linux only'
  if (!['x64', 'arm64'].includes(process.arch)) return `the DocumentDB engine is not there for ${process.arch}`
  for (const tool of ['apt-get', 'apt-cache', 'dpkg-deb', 'tar']) {
    if (!(await findBinary(tool))) return `the DocumentDB engine is made of Debian packages, and there is no ${tool}`
  }
  return (await isReadable(KEYRING)) ? null : `the signatures of Debian's packages can't be checked without ${KEYRING} (package debian-archive-keyring)`
}

/** PostgreSQL with DocumentDB from Debian's archive, downloaded once per machine (45 MB) into the cache folder. */
export async function installEngine(log: Log): Promise<EngineFiles> {
  const folder = engineFolder()
  const present = await readEngine(folder)
  if (present) return present
  await mkdir(dirname(folder), { recursive: true })
  await chmod(dirname(folder), 0o755)
  await removeAbandoned(dirname(folder))
  const partial = `${folder}.${process.pid}.partial`
  await mkdir(partial)
  try {
    await build(partial, log)
    // Atomic: whoever finds the folder finds it complete. Another process may have been faster; its engine is as good.
    await rename(partial, folder).catch(async (error: unknown) => {
      if (!(await readEngine(folder))) throw error
    })
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  const engine = await readEngine(folder)
  if (!engine) throw new Error(`The DocumentDB engine is not complete; remove ${folder} and start again`)
  return engine
}

/** What processes left that were killed while they downloaded. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.(\d+)\.partial$/.exec(name)?.[1]
    if (pid !== undefined && startTimeOf(Number(pid)) === null) await rm(join(folder, name), { recursive: true })
  }
}

function engineFolder(): string {
  return join(cacheFolder(), `documentdb-${LAYOUT}`)
}

async function build(root: string, log: Log): Promise<void> {
  const aptFolder = join(root, 'apt')
  await mkdir(join(aptFolder, 'debs'), { recursive: true })
  const apt = await privateApt(aptFolder, (await runCommand('dpkg', ['--print-architecture'])).trim())
  await step(log, 'Reading the index of Debian sid', () => apt.run('apt-get', ['-qq', 'update']))
  const top = await newestDocumentDb(apt)
  const packages = await libraryClosure([top.name], async (names) =>
    parsePackages(await apt.run('apt-cache', ['show', '--no-all-versions', ...names])),
  )
  const debs = join(aptFolder, 'debs')
  await step(log, `Downloading DocumentDB (${packages.length} packages)`, () =>
    apt.run('apt-get', ['-qq', 'download', ...packages.map(({ name }) => name)], debs),
  )
  await step(log, 'Unpacking DocumentDB', () => unpackAll(debs, root))
  await arrange(root, top.major)
  await rm(aptFolder, { recursive: true })
  await runCommand('chmod', ['-R', 'a+rX', root])
  await writeFile(manifestOf(root), JSON.stringify(manifest(top.major, packages), null, 2))
}

async function newestDocumentDb(apt: PrivateApt): Promise<{ name: string; major: string }> {
  const names = await apt.run('apt-cache', ['pkgnames', 'postgresql-'])
  const majors = [...names.matchAll(/^postgresql-(\d+)-documentdb$/gm)].map(([, major]) => Number(major))
  if (majors.length === 0) throw new Error('Debian sid has no postgresql-*-documentdb at the moment')
  const major = String(Math.max(...majors))
  return { name: `postgresql-${major}-documentdb`, major }
}

async function unpackAll(debs: string, root: string): Promise<void> {
  const waiting = (await readdir(debs)).filter((file) => file.endsWith('.deb'))
  const lane = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) await unpack(join(debs, file), root)
  }
  // All settled before anything is cleared away after a failure.
  const lanes = await Promise.allSettled(Array.from({ length: UNPACKED_AT_ONCE }, lane))
  const failed = lanes.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
}

function manifest(postgresMajor: string, packages: readonly Package[]): object {
  return { postgresMajor, versions: Object.fromEntries(packages.map(({ name, version }) => [name, version])) }
}
