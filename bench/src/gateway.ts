import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { clearNamespace } from '@mov-ticket/e2e'
import { startServices } from '@mov-ticket/local'
import { contenders, startContender, type GatewayStage } from './gateway/contenders.js'
import { answerOf, measure, type Measured } from './gateway/measure.js'
import { questions } from './gateway/queries.js'
import { isWholeRun, readGatewaySettings, type ContenderName } from './gateway/settings.js'
import { gatewayTables } from './gateway/table.js'
import { startProcess, type StartedProcess } from './live/started-process.js'
import { describeMachine, describeVersions } from './machine.js'
import { withMeasured } from './page.js'

/** Gateways beside each other, over the same subgraphs. Writes its tables into docs/performance.md. */

const settings = readGatewaySettings(process.env)
const root = resolve(import.meta.dirname, '../..')
const page = resolve(root, 'docs/performance.md')
const dataFolder = resolve(root, '.local/bench')
const logFolder = join(dataFolder, 'logs')

function log(line: string): void {
  console.error(line)
}

const services = await startServices({ dataFolder, log, env: process.env })
const namespace = `bench-${randomBytes(4).toString('hex')}`
const started: StartedProcess[] = []
try {
  const subgraphs = await startProcess({
    name: 'subgraphs',
    script: join(import.meta.dirname, 'gateway/subgraphs.js'),
    environment: { NAMESPACE: namespace, RABBITMQ_URL: services.rabbitmqUrl },
    logFolder,
  })
  started.push(subgraphs)
  const answersFile = join(dataFolder, 'answers.json')
  const secret = randomBytes(32).toString('base64url')
  const stage: GatewayStage = { services, namespace, secret, subgraphs, answersFile, logFolder }
  await mkdir(dataFolder, { recursive: true })
  const servers = await startAll(stage)

  const cases = questions.flatMap((question) => servers.map((server) => ({ ...server, question, rounds: [] as Measured[] })))
  for (let round = 1; round <= settings.rounds; round++) {
    for (const { name, server, question, rounds } of cases) {
      const measured = await measure({ server, subgraphs, question, seconds: settings.seconds })
      rounds.push(measured)
      log(`round ${round}: ${name}, ${question.title}: ${JSON.stringify(measured)}`)
    }
  }
  await write(
    gatewayTables({
      at: new Date(),
      machine: describeMachine(),
      versions: await describeVersions(services),
      rounds: settings.rounds,
      seconds: settings.seconds,
      questions: questions.map(({ title }) => title),
      results: cases.map(({ name, question, rounds }) => ({ contender: name, question: question.title, rounds })),
    }),
  )
} finally {
  for (const process of started) await process.stop()
  await clearNamespace(services, namespace)
  await services.stop()
  await rm(dataFolder, { recursive: true, force: true })
}

/** All of them before the first is measured: those that wait cost nothing. Throws where they do not answer alike. */
async function startAll(stage: GatewayStage): Promise<{ readonly name: ContenderName; readonly server: StartedProcess }[]> {
  const servers: { readonly name: ContenderName; readonly server: StartedProcess }[] = []
  let answers: Record<string, string> = {}
  for (const name of settings.contenders) {
    const server = await startContender(name, stage)
    started.push(server)
    servers.push({ name, server })
    const own: Record<string, string> = {}
    for (const question of questions) own[question.body] = await answerOf(server, question)
    for (const [body, text] of Object.entries(own)) {
      const expected = answers[body]
      if (expected !== undefined && !isDeepStrictEqual(JSON.parse(text), JSON.parse(expected))) {
        throw new Error(`${contenders[name].title} answers otherwise than those before: ${text.slice(0, 500)}`)
      }
    }
    answers = { ...own, ...answers }
    await writeFile(stage.answersFile, JSON.stringify(answers))
  }
  return servers
}

async function write(tables: string): Promise<void> {
  console.log(tables)
  if (isWholeRun(settings)) await writeFile(page, withMeasured(await readFile(page, 'utf8'), 'bench:gateway', tables))
  else log('A short run: docs/performance.md keeps the tables that it has.')
}
