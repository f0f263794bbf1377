import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { clearNamespace } from '@mov-ticket/e2e'
import { startServices } from '@mov-ticket/local'
import { type Case, comparedAt, paces, viewsOfOurs } from './live/cases.js'
import type { LiveResult } from './live/figures.js'
import { compileLoadGenerator } from './live/load-generator.js'
import { type LiveStage, type Measured, measureCase } from './live/measure-case.js'
import { requireOpenFiles } from './live/open-files.js'
import { isWholeRun, readLiveSettings } from './live/settings.js'
import { startProcess } from './live/started-process.js'
import { liveTables } from './live/tables.js'
import { describeMachine, describeVersions } from './machine.js'
import { withMeasured } from './page.js'

/** How soon watchers hear of a change, and what that costs the server. Writes its tables into docs/performance.md. */

const settings = readLiveSettings(process.env)
const root = resolve(import.meta.dirname, '../..')
const page = resolve(root, 'docs/performance.md')
const dataFolder = resolve(root, '.local/bench')

function log(line: string): void {
  console.error(line)
}

const program = await requireOpenFiles(Math.max(...settings.sockets))
  .then(() => compileLoadGenerator(dataFolder))
  .catch((error: unknown) => {
    log(error instanceof Error ? error.message : String(error))
    process.exit(1)
  })
const services = await startServices({ dataFolder, log, env: process.env })
const namespace = `bench-${randomBytes(4).toString('hex')}`
const secret = randomBytes(32).toString('base64url')
const screeningId = 'the-screening'
const logFolder = join(dataFolder, 'logs')
try {
  const owner = await startProcess({
    name: 'owner',
    script: join(import.meta.dirname, 'live/owner.js'),
    environment: {
      NAMESPACE: namespace,
      RABBITMQ_URL: services.rabbitmqUrl,
      REDIS_URL: services.redisUrl,
      IDENTITY_SECRET: secret,
      SCREENING_ID: screeningId,
    },
    logFolder,
  })
  try {
    const subgraphs = owner.listening
    const stage: LiveStage = { services, namespace, secret, subgraphs, logFolder, owner, screeningId, program }
    const compared = paces.flatMap((pace) => comparedAt(pace, settings)).map(unmeasured)
    const views = viewsOfOurs(settings).map(unmeasured)
    for (let round = 1; round <= settings.rounds; round++) {
      for (const { measured, rounds } of [...compared, ...views]) {
        const result = await measureCase(stage, measured, settings.seconds)
        rounds.push(result)
        log(`round ${round}: ${JSON.stringify({ ...measured, ...result })}`)
      }
    }
    await write(
      liveTables({
        at: new Date(),
        machine: describeMachine(),
        versions: await describeVersions(services),
        rounds: settings.rounds,
        seconds: settings.seconds,
        compared,
        views,
      }),
    )
  } finally {
    await owner.stop()
  }
} finally {
  await clearNamespace(services, namespace)
  await services.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

function unmeasured(measured: Case): LiveResult & { readonly rounds: Measured[] } {
  return { measured, rounds: [] }
}

async function write(tables: string): Promise<void> {
  console.log(tables)
  if (isWholeRun(settings)) await writeFile(page, withMeasured(await readFile(page, 'utf8'), 'bench:live', tables))
  else log('A short run: docs/performance.md keeps the tables that it has.')
}
