import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const WATCHDOG = fileURLToPath(new URL('../../dist/processes/watchdog-main.js', import.meta.url))

/**
 * A small process that outlives us: when we die without having stopped what we started (kill -9), it ends all that is
 * recorded in the data folder. It notices by its standard input, which the system closes with us.
 */
export function startWatchdog(dataFolder: string): { stop(): void } {
  const child = spawn(process.execPath, [WATCHDOG, dataFolder], {
    detached: true,
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.on('error', () => undefined) // then the next start ends what is left
  child.stdin.on('error', () => undefined)
  child.unref()
  if ('unref' in child.stdin && typeof child.stdin.unref === 'function') child.stdin.unref()
  return { stop: () => child.stdin.end('done') }
}
