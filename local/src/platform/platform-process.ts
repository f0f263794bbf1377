import { join } from 'node:path'
import type { Exit, OwnedProcess } from '../processes/owned-process.js'
import { startOwnedProcess } from '../processes/owned-process.js'
import { waitUntilReady } from '../processes/wait-until.js'
import type { ProcessName } from './process-environment.js'
import { ROOT } from './root.js'

const READY_MS = 60_000
const FOLDER: Readonly<Record<ProcessName, string>> = {
  auth: 'subgraphs/auth',
  tickets: 'subgraphs/tickets',
  orders: 'subgraphs/orders',
  expiration: 'expiration',
  gateway: 'gateway',
}

/** One process of the platform, which tests may crash and start again. */
export interface PlatformProcess {
  readonly pid: number
  readonly url: string
  readonly logFile: string
  kill(signal: NodeJS.Signals): void
  /** Stops it if it runs and starts it again on the same port; resolves when it is ready. */
  restart(): Promise<void>
  /** Stops it gracefully. Idempotent. */
  stop(): Promise<void>
}

export interface PlatformProcessOptions {
  readonly name: ProcessName
  readonly url: string
  readonly env: NodeJS.ProcessEnv
  readonly dataFolder: string
  /** Called when it ends without having been stopped here. */
  readonly onCrash: (exit: Exit) => void
}

/** Starts a process from its build, without waiting for it to be ready (it may wait for others): that is `ready`. */
export async function startPlatformProcess(
  options: PlatformProcessOptions,
): Promise<PlatformProcess & { ready(signal?: AbortSignal): Promise<void> }> {
  const { name, url } = options
  const logFile = join(options.dataFolder, 'logs', `${name}.log`)
  let stopping = false
  const start = (appendLog: boolean): Promise<OwnedProcess> => {
    stopping = false
    return startOwnedProcess({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', join(ROOT, FOLDER[name], 'dist/main.js')],
      env: options.env,
      cwd: ROOT,
      dataFolder: options.dataFolder,
      logFile,
      appendLog,
    })
  }
  const watch = async (owned: OwnedProcess) => {
    const exit = await owned.exited
    if (!stopping && owned === running) options.onCrash(exit)
  }
  let running = await start(false)
  void watch(running)
  const ready = (signal?: AbortSignal) => waitUntilReady(running, () => isReady(url), READY_MS, signal)
  const stop = async () => {
    stopping = true
    await running.stop()
  }
  return {
    get pid() {
      return running.pid
    },
    url,
    logFile,
    kill: (signal) => running.kill(signal),
    ready,
    stop,
    restart: async () => {
      await stop()
      running = await start(true)
      void watch(running)
      await ready()
    },
  }
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(2_000) })
  await response.body?.cancel()
  return response.ok
}
