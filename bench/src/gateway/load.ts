import { environmentOf, readEnvironment } from '@mov-ticket/service-kit'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'undici'
import { z } from 'zod'
import { percentile } from '../statistics.js'

/**
 * A process: connections that ask the same again and again, each as soon as it has its answer. Any answer that is not
 * the one that was expected is an error. Says on stdout what came of it.
 */
const { URL: url, BODY: body, EXPECTED: expected, CONNECTIONS, WARM_UP_MS, SECONDS } = readEnvironment({
  URL: environmentOf.httpUrl,
  BODY: z.string(),
  EXPECTED: z.string(),
  CONNECTIONS: environmentOf.count(50),
  WARM_UP_MS: environmentOf.milliseconds(1_000),
  SECONDS: environmentOf.count(4),
})
const { origin, pathname } = new URL(url)
const wanted = Buffer.from(expected)
const headers = { 'content-type': 'application/json' }
let isMeasuring = false
let isOver = false
let errors = 0
const latenciesMs: number[] = []

function ask(client: Client): void {
  const chunks: Buffer[] = []
  let status = 0
  const sentAt = performance.now()
  const done = (isGood: boolean): void => {
    if (isMeasuring && isGood) latenciesMs.push(performance.now() - sentAt)
    else if (!isGood && !isOver) errors += 1
    if (!isOver) ask(client)
  }
  client.dispatch(
    { path: pathname, method: 'POST', headers, body },
    {
      onRequestStart: () => {},
      onResponseStart: (_, statusCode) => {
        status = statusCode
      },
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd: () => done(status === 200 && Buffer.concat(chunks).equals(wanted)),
      onResponseError: () => done(false),
    },
  )
}

const clients = Array.from({ length: CONNECTIONS }, () => new Client(origin, { pipelining: 1 }))
for (const client of clients) ask(client)
await delay(WARM_UP_MS)
isMeasuring = true
console.log(JSON.stringify({ msg: 'measuring' }))
const from = performance.now()
await delay(SECONDS * 1_000)
const tookSeconds = (performance.now() - from) / 1_000
isOver = true
await Promise.all(clients.map((client) => client.destroy()))
console.log(
  JSON.stringify({
    msg: 'measured',
    requests: latenciesMs.length,
    requestsPerSecond: latenciesMs.length / tookSeconds,
    p50Ms: percentile(latenciesMs, 50),
    p99Ms: percentile(latenciesMs, 99),
    errors,
  }),
)
