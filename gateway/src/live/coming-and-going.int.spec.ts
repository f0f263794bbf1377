import { createLogger } from '@mov-ticket/service-kit'
import { backingServices, connectRedis } from '@mov-ticket/shared-events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { memoryInUse } from './testing/memory-in-use.js'
import { clientFrame, frames, openTcp, upgradeRequest } from './testing/raw-upgrade.js'
import { createRooms } from './testing/rooms.js'
import { openStream } from './testing/stream-client.js'

const ROUNDS = 4
const CYCLES_PER_ROUND = 2_500
const AT_ONCE = 25
/** 100 bytes for each that came and went: less than what is kept of any one of them. */
const MAX_GROWTH = 250_000

const rooms = createRooms()
const logger = createLogger({ service: 'spec', level: 'silent' })
const redis = connectRedis({ url: backingServices().redisUrl, name: 'an observer', logger })
let gateway: TestGateway

beforeAll(async () => {
  const environment = { READS_PER_SECOND: '1000000', LIVE_CONNECTIONS_PER_ADDRESS: '1000' }
  gateway = await startTestGateway({ subgraphs: rooms.subgraphs, supergraphSdl: rooms.supergraphSdl, environment })
  await gateway.live.hearing
})
afterAll(async () => {
  redis.disconnect()
  await gateway.stop()
})

const said = (message: object) => clientFrame(frames.text, JSON.stringify(message))

/** Comes, sees one update and goes: with a word, without one, or as a stream. */
async function cycle(number: number): Promise<void> {
  const query = `subscription { roomChanged(id: "room ${number % 20}") { version } }`
  if (number % 10 === 0) {
    const stream = await openStream(gateway.url, { query })
    await stream.next()
    stream.close()
    return stream.closed
  }
  // All at once on a bare connection: ten thousand good clients would be most of the work.
  const tcp = await openTcp(gateway.url)
  const hello = [said({ type: 'connection_init' }), said({ type: 'subscribe', id: 'map', payload: { query } })]
  tcp.write(Buffer.concat([Buffer.from(upgradeRequest(gateway.url)), ...hello]))
  for await (const chunk of tcp.iterator({ destroyOnReturn: false })) if (String(chunk).includes('"next"')) break
  if (number % 3 === 0) tcp.write(said({ type: 'complete', id: 'map' }))
  if (number % 3 === 1) tcp.write(clientFrame(frames.close))
  tcp.destroySoon()
}

async function cycles(count: number): Promise<void> {
  let number = 0
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (number < count) await cycle(number++)
  }))
  await expect.poll(() => gateway.live.feed.size, { timeout: 5_000 }).toEqual({ channels: 0, groups: 0 })
  await expect.poll(() => gateway.live.sockets.size, { timeout: 5_000 }).toBe(0)
  // The spec's own notes.
  gateway.log.splice(0)
  rooms.asked.splice(0)
}

/** The gateway's connections to Redis, with what each is subscribed to. */
async function subscriptions(): Promise<string[]> {
  const clients = String(await redis.client('LIST')).split('\n').filter((line) => line.includes(` name=${gateway.namespace}:`))
  return clients.map((line) => (/name=\S+/.exec(line)?.[0] ?? '') + (/ sub=\d+ psub=\d+/.exec(line)?.[0] ?? '')).toSorted()
}

it('10,000 connections come and go, and nothing of them is left', { timeout: 300_000 }, async () => {
  await cycles(500)
  const subscribed = await subscriptions()
  expect(subscribed).toHaveLength(2)
  const rounds = [await memoryInUse()]
  for (let round = 0; round < ROUNDS; round += 1) {
    await cycles(CYCLES_PER_ROUND)
    rounds.push(await memoryInUse())
  }
  // A process that warms up grows now and then; what leaks grows with every connection.
  const growths = rounds.slice(1).map(({ heap, buffers }, index) => heap + buffers - (rounds[index]?.heap ?? 0) - (rounds[index]?.buffers ?? 0))
  expect(Math.min(...growths)).toBeLessThan(MAX_GROWTH)
  expect(await subscriptions()).toEqual(subscribed)
})
