import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { usageOf } from '../live/process-usage.js'
import type { StartedProcess } from '../live/started-process.js'
import type { Question } from './queries.js'

const report = z.object({
  msg: z.literal('measured'),
  requests: z.number(),
  requestsPerSecond: z.number(),
  p50Ms: z.number().nullable(),
  p99Ms: z.number().nullable(),
  errors: z.number(),
})

/** What one contender did with one question in one round. */
export interface Measured {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly errors: number
  /** Of the gateway's process, all threads. */
  readonly cpuMicrosPerRequest: number
  readonly subgraphRequestsPerRequest: number
  readonly residentMegabytes: number
}

const connections = 50

export async function measure(
  { server, subgraphs, question, seconds }: {
    readonly server: StartedProcess
    readonly subgraphs: StartedProcess
    readonly question: Question
    readonly seconds: number
  },
): Promise<Measured> {
  const url = urlOf(server)
  const load = fork(join(import.meta.dirname, 'load.js'), {
    env: {
      ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production',
      URL: url, BODY: question.body, EXPECTED: await answerOf(server, question),
      CONNECTIONS: String(connections), SECONDS: String(seconds),
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (load.stdout === null) throw new Error('a pipe was asked for')
  const lines = createInterface({ input: load.stdout })
  await once(lines, 'line')
  const from = await usageOf(server.pid)
  const askedBefore = await subgraphs.ask('requests')
  const [line] = await once(lines, 'line')
  const to = await usageOf(server.pid)
  const asked = (await subgraphs.ask('requests')) - askedBefore
  const { requests, requestsPerSecond, p50Ms, p99Ms, errors } = report.parse(JSON.parse(String(line)))
  return {
    requestsPerSecond, errors, p50Ms: p50Ms ?? NaN, p99Ms: p99Ms ?? NaN,
    cpuMicrosPerRequest: ((to.cpuSeconds - from.cpuSeconds) * 1e6) / requests,
    subgraphRequestsPerRequest: asked / requests,
    residentMegabytes: to.residentMegabytes,
  }
}

/** Throws where it is not an answer without errors. */
export async function answerOf(server: StartedProcess, { title, body }: Question): Promise<string> {
  const response = await fetch(urlOf(server), { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const text = await response.text()
  if (response.status !== 200 || text.includes('"errors"')) throw new Error(`${title} is answered with ${response.status}: ${text.slice(0, 500)}`)
  return text
}

function urlOf({ listening }: StartedProcess): string {
  return `http://127.0.0.1:${String(listening['port'])}/graphql`
}
