import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What comes before anything of ours can run: dependencies and build. Plain JavaScript on Node alone, because in a
 * fresh clone there is nothing else.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

export async function prepare() {
  requireNode()
  if (!(await isInstalled())) await step('Installing dependencies', () => run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'))
  await step('Building', () => run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-b'))
  await step('Building the web app', () => run(process.execPath, join(root, 'web/build.mjs')))
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  fail(`This needs Node 20.19, 22.12, 24 or later; here is ${process.versions.node}.`)
}

/** Compares what is asked for with npm's own note of what is there. Optional packages may be for other machines. */
async function isInstalled() {
  const [wanted, present] = await Promise.all([packagesIn('package-lock.json'), packagesIn('node_modules/.package-lock.json')])
  return (
    present !== null &&
    Object.entries(wanted ?? {}).every(
      ([path, { version, optional, link }]) =>
        path === '' || !path.includes('node_modules/') || optional || link || present[path]?.version === version,
    )
  )
}

async function packagesIn(file) {
  try {
    return JSON.parse(await readFile(join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** A line for each step that takes more than a second. */
async function step(name, work) {
  const started = Date.now()
  let said = false
  const timer = setTimeout(() => {
    said = true
    console.log(`${name} …`)
  }, 1_000)
  await work()
  clearTimeout(timer)
  if (said) console.log(`${name}: done in ${((Date.now() - started) / 1_000).toFixed(1)} s`)
}

/** Runs a command in the root; what it says is shown, and where it fails nothing else makes sense. */
function run(command, ...args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', (error) => fail(`${command} does not start: ${error.message}`))
    child.once('exit', (code) => (code === 0 ? resolve() : fail(`${[command, ...args].join(' ')} failed.`)))
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
