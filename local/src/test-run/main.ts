import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../platform/root.js'
import { onStopSignal } from '../launcher/stop-signals.js'
import { startServices, type Services } from '../services/start-services.js'
import { findChromium, needsBrowser } from './find-chromium.js'
import { removeAbandoned } from './remove-abandoned.js'
import { startVitest } from './vitest-process.js'

/** `npm test [-- <filter> …]`: all tests against services of its own, which leave nothing behind. */

const runs = join(ROOT, '.local', 'test-runs')
/** Where specs keep servers of their own. */
const ofSpecs = ['specs', 'e2e'].map((name) => join(ROOT, '.local', name))
await mkdir(runs, { recursive: true })
for (const folder of [runs, ...ofSpecs]) await removeAbandoned(folder)
const dataFolder = await mkdtemp(join(runs, 'run-'))

let services: Services | undefined
let vitest: ReturnType<typeof startVitest> | undefined
let interrupted = false
onStopSignal({
  stop: () => {
    interrupted = true
    vitest?.kill()
  },
  force: () => vitest?.kill('SIGKILL'),
})

const filters = process.argv.slice(2)
const log = (line: string) => console.log(line)
try {
  const browser = needsBrowser(filters) ? await findChromium(log) : null
  services = await startServices({ dataFolder, log })
  if (!interrupted) {
    vitest = startVitest(filters, {
      ...(browser !== null && { CHROMIUM: browser }),
      MONGODB_URL: services.mongodbUrl,
      RABBITMQ_URL: services.rabbitmqUrl,
      REDIS_URL: services.redisUrl,
    })
    process.exitCode = await vitest.ended
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await services?.stop()
  for (const folder of ofSpecs) await removeAbandoned(folder)
  await rm(dataFolder, { recursive: true, force: true })
  if (interrupted) process.exitCode = 130
  process.exit()
}
