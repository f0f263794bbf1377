import { findBinary } from '../processes/find-binary.js'
import type { Log } from '../processes/log.js'
import { DebianPackages } from '../services/debian-packages.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Where tests are that drive a browser. */
const DRIVING = ['gateway', 'web', 'e2e/src/sdk-package']

/** Whether these tests drive a browser. */
export function needsBrowser(filters: readonly string[]): boolean {
  return filters.length === 0 || filters.some((filter) => DRIVING.some((path) => filter.startsWith(path) || path.startsWith(filter)))
}

/**
 * The browser that tests drive: CHROMIUM, one on PATH, or Debian's package, where that can be installed without a
 * question. Null where there is none: the specs that need it then fail and say so.
 */
export async function findChromium(log: Log, env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  return env['CHROMIUM'] || (await onPath(env)) || (await installed(log, env))
}

async function onPath(env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const name of NAMES) {
    const binary = await findBinary(name, env)
    if (binary !== null) return binary
  }
  return null
}

async function installed(log: Log, env: NodeJS.ProcessEnv): Promise<string | null> {
  const packages = new DebianPackages(log)
  if ((await packages.obstacle()) !== null) return null
  await packages.install('chromium', [])
  return onPath(env)
}
