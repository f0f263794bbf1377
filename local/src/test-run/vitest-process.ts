import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../platform/root.js'

export interface VitestProcess {
  /** Its exit code; 1 where it was killed. */
  readonly ended: Promise<number>
  kill(signal?: NodeJS.Signals): void
}

export function startVitest(filters: readonly string[], urls: Readonly<Record<string, string>>): VitestProcess {
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...filters], {
    cwd: ROOT,
    env: { ...process.env, ...urls },
    stdio: 'inherit',
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
  return { ended, kill: (signal = 'SIGTERM') => child.kill(signal) }
}
