import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = resolve(import.meta.dirname, '../../.local/node')

/** A Node of another major release, from npm's own packages of it; kept for the next run. */
export async function nodeRelease(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const home = join(folder, String(major))
  const binary = join(home, 'node_modules', name, 'bin/node')
  const isThere = await access(binary).then(() => true, () => false)
  if (!isThere) await run('npm', ['install', '--prefix', home, '--no-save', '--no-audit', '--no-fund', `${name}@${major}`])
  return binary
}
