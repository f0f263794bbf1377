import { randomBytes } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { clearNamespace } from '@mov-ticket/e2e'
import { startPlatform, startServices } from '@mov-ticket/local'
import { MongoClient } from 'mongodb'
import { connectGraph } from './graph.js'
import { describeMachine, describeVersions } from './machine.js'
import { withMeasured } from './page.js'
import { measureRawUpdates } from './raw-updates.js'
import { tableOf } from './report.js'
import { measure, type Measured, scenarios } from './scenarios.js'
import { setStage } from './stage.js'

/** How fast orders get their seats. Writes its table into docs/performance.md. */

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const root = resolve(import.meta.dirname, '../..')
const page = resolve(root, 'docs/performance.md')
const dataFolder = resolve(root, '.local/bench')
const admin = { email: 'admin@bench.example', password: 'the admin of the bench' }

/** All load comes from one address and few accounts: the limits that stop that in real life are out of the way. */
const environment = {
  LOG_LEVEL: 'warn',
  ADMIN_EMAIL: admin.email,
  ADMIN_PASSWORD: admin.password,
  READS_PER_SECOND: '1000000',
  MUTATIONS_PER_SECOND: '1000000',
  ANONYMOUS_MUTATIONS_PER_SECOND: '1000000',
  SIGN_UPS_PER_MINUTE: '1000000',
}

function log(line: string): void {
  console.error(line)
}

const services = await startServices({ dataFolder, log, env: process.env })
const namespace = `bench-${randomBytes(4).toString('hex')}`
const platform = await startPlatform({ services, namespace, environment, dataFolder, log })
const mongo = await MongoClient.connect(services.mongodbUrl)
const graph = connectGraph(platform.url, 200)
try {
  const stage = await setStage(platform.url, admin)
  log('warming up')
  for (const scenario of scenarios) await measure(graph, stage, { ...scenario, orders: 300 })

  const raw: number[] = []
  const measured = new Map(scenarios.map((scenario): [typeof scenario, Measured[]] => [scenario, []]))
  for (let round = 1; round <= rounds; round++) {
    raw.push(await measureRawUpdates(mongo.db(`${namespace}-raw`)))
    log(`round ${round}: ${raw.at(-1)?.toFixed(0)} raw updates/s`)
    for (const [scenario, results] of measured) {
      const result = await measure(graph, stage, scenario)
      results.push(result)
      log(
        `round ${round}: ${scenario.title}, ${scenario.buyers} at once: ${result.ordersPerSecond.toFixed(0)} orders/s`,
      )
    }
  }
  const table = tableOf({
    at: new Date(),
    machine: describeMachine(),
    versions: await describeVersions(services, mongo),
    rawUpdatesPerSecond: raw,
    results: [...measured].map(([scenario, results]) => ({ scenario, rounds: results })),
  })
  await writeFile(page, withMeasured(await readFile(page, 'utf8'), 'bench:booking', table))
  console.log(table)
} finally {
  await graph.close()
  await platform.stop()
  await mongo.db(`${namespace}-raw`).dropDatabase()
  await mongo.close()
  await clearNamespace(services, namespace)
  await services.stop()
  await rm(dataFolder, { recursive: true, force: true })
}
