import { bookAsGuests } from '../demo/guests.js'
import { loadDemo } from '../demo/load-demo.js'
import { ROOT } from '../platform/root.js'
import { startPlatform, type Platform } from '../platform/start-platform.js'
import { freePort, isFree } from '../processes/free-port.js'
import { step } from '../processes/log.js'
import type { ServiceProcess } from '../services/service.js'
import { startServices, type Services } from '../services/start-services.js'
import { readSettings, type LauncherSettings } from './arguments.js'
import { forceEnd } from './force-end.js'
import { keepRunning } from './keep-running.js'
import { showWarnings } from './show-warnings.js'
import { onStopSignal } from './stop-signals.js'
import { welcome } from './welcome.js'

/** `npm start`: services, processes, demo data; then it keeps them running until it is told to stop. */

const log = (line: string) => console.log(line)
process.stdout.on('error', () => undefined) // the terminal is gone: there is still everything to stop

const read = readSettings(process.argv.slice(2), process.env, ROOT)
if ('problems' in read) {
  console.error(read.problems.join('\n'))
  process.exit(1)
}
const { settings } = read

const stopping = new AbortController()
let services: Services | undefined
let platform: Platform | undefined
let running: Promise<void> | undefined
let guests: Promise<void> | undefined

onStopSignal({
  stop: () => {
    log('\nStopping …')
    stopping.abort()
    void end()
  },
  force: () => {
    log('Stopping by force')
    void forceEnd(settings.dataFolder).finally(() => process.exit(1))
  },
})

try {
  running = start(settings)
  await running
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
    await end()
  }
}

async function start({ dataFolder, namespace, admin, ...wanted }: LauncherSettings): Promise<void> {
  const port = wanted.port === 0 ? await freePort() : wanted.port
  if (!(await isFree(port))) throw new Error(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
  services = await startServices({ dataFolder, log })
  if (stopping.signal.aborted) return
  const restart = keepRunning(log, stopping.signal)
  for (const [name, server] of Object.entries(services.processes)) void keepServiceRunning(name, server, restart)
  platform = await startPlatform({
    services,
    namespace,
    port,
    dataFolder,
    log,
    signal: stopping.signal,
    environment: { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password },
    onCrash: (name, exit) => {
      const crashed = platform?.processes[name]
      if (crashed) void restart(name, crashed, exit)
    },
  })
  const { url, processes } = platform
  // What they say about servers that go away while everything stops is in their logs.
  const warn = (line: string) => void (stopping.signal.aborted || log(line))
  for (const [name, { logFile }] of Object.entries(processes)) showWarnings(name, logFile, warn)
  const { accounts } = await step(log, 'Loading demo data', () =>
    loadDemo({ url, adminEmail: admin.email, adminPassword: admin.password, log }),
  )
  if (stopping.signal.aborted) return
  log(welcome({ url, accounts, settings }))
  log(`ready ${url}`)
  guests = bookAsGuests({ url, now: new Date(), log, signal: stopping.signal }).catch(warnOfGuests)
}

async function keepServiceRunning(name: string, server: ServiceProcess, restart: ReturnType<typeof keepRunning>): Promise<void> {
  while (!stopping.signal.aborted) await restart(name, server, await server.crashed())
}

/** Nobody waits for them, and without them there is all but a full house. */
function warnOfGuests(error: unknown): void {
  if (!stopping.signal.aborted) log(`guests could not book: ${error instanceof Error ? error.message : String(error)}`)
}

/** What was started, in reverse. What is still starting is waited for first. */
async function end(): Promise<void> {
  await running?.catch(() => undefined)
  await guests
  await platform?.stop()
  await services?.stop()
  if (stopping.signal.aborted) log('Stopped.')
  process.exit()
}
