import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../processes/free-port.js'
import { step, type Log } from '../processes/log.js'
import type { Exit } from '../processes/owned-process.js'
import type { Services } from '../services/start-services.js'
import { startPlatformProcess, type PlatformProcess } from './platform-process.js'
import { environmentFor, PROCESS_NAMES, urlOf, type ProcessName } from './process-environment.js'
import { ROOT } from './root.js'
import { identitySecret } from './secrets.js'
import { sharedEnvironment } from './shared-environment.js'

export interface PlatformOptions {
  readonly services: Services
  /** Keeps platforms on the same services apart. */
  readonly namespace: string
  /** Goes to every process, before everything else. */
  readonly environment?: Readonly<Record<string, string>>
  /** The gateway's. Default: a free one. */
  readonly port?: number
  readonly log: Log
  /** Keeps the processes' logs and records, and the secret that they share. */
  readonly dataFolder: string
  /** Called when a process ends without having been stopped. Default: nothing happens. */
  readonly onCrash?: (name: ProcessName, exit: Exit) => void
  /** Ends the start early: what was started is stopped, and the start rejects. */
  readonly signal?: AbortSignal
}

export interface Platform {
  /** The graph: `http://127.0.0.1:<port>/graphql`. */
  readonly url: string
  readonly processes: Readonly<Record<ProcessName, PlatformProcess>>
  /** Stops all in order: gateway, subgraphs, expiration. Idempotent. */
  stop(): Promise<void>
}

/** Starts every process, all at once (none needs another to start), and resolves when each is ready. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { services, namespace, log, dataFolder } = options
  const ports = {
    auth: await freePort(),
    tickets: await freePort(),
    orders: await freePort(),
    expiration: await freePort(),
    gateway: options.port ?? (await freePort()),
  }
  const overrides = options.environment ?? {}
  const secret = process.env.IDENTITY_SECRET ?? (await identitySecret(dataFolder, namespace))
  const shared = await sharedEnvironment()
  const common = { shared, inherited: process.env, services, namespace, secret, ports, webFolder: builtWebApp(), overrides }
  const start = (name: ProcessName) =>
    startPlatformProcess({
      name,
      url: urlOf(name, ports),
      env: environmentFor(name, common),
      dataFolder,
      onCrash: (exit) => options.onCrash?.(name, exit),
    })
  const processes = {
    auth: await start('auth'),
    tickets: await start('tickets'),
    orders: await start('orders'),
    expiration: await start('expiration'),
    gateway: await start('gateway'),
  }
  let stopping: Promise<void> | undefined
  const stop = () => (stopping ??= stopInOrder(processes))
  try {
    await Promise.all(PROCESS_NAMES.map((name) => step(log, `Starting ${name}`, () => processes[name].ready(options.signal))))
  } catch (error) {
    await stop()
    throw error
  }
  return { url: urlOf('gateway', ports), processes, stop }
}

/** Who tests the graph alone need not have built it. */
function builtWebApp(): string {
  const folder = join(ROOT, 'web/dist')
  return existsSync(join(folder, 'index.html')) ? folder : ''
}

/** No new requests, then nobody who asks, then nobody who answers. */
async function stopInOrder(processes: Platform['processes']): Promise<void> {
  await processes.gateway.stop()
  await Promise.all([processes.auth, processes.tickets, processes.orders].map((each) => each.stop()))
  await processes.expiration.stop()
}
