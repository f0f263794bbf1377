import { expect, it, onTestFinished } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { memoryInUse } from './testing/memory-in-use.js'
import { createRooms } from './testing/rooms.js'
import type { Rooms } from './testing/rooms.js'
import { connect } from './testing/socket-client.js'
import type { SocketClient } from './testing/socket-client.js'
import { openStream } from './testing/stream-client.js'

/*
 * Clients whose connections are open and who read nothing. What their kernels take (here some 6 MB each) is not ours: an
 * update is a megabyte, so that they are full soon.
 */

const MAP_BYTES = 1_000_000
const watch = 'subscription { roomChanged(id: "r1") { version map } }'
/** The same, asked separately. */
const watchAlone = 'subscription { roomChanged(id: "r1") { map version } }'

/** A gateway that closes such connections after so long, and a good client that has its first update. */
async function given(patienceMs: number, { mapBytes = MAP_BYTES, more = {} } = {}): Promise<{ gateway: TestGateway; rooms: Rooms; good: SocketClient }> {
  const rooms = createRooms({ map: 'x'.repeat(mapBytes) })
  const environment = { LIVE_SLOW_CONSUMER_MS: String(patienceMs), LIVE_WINDOW_MS: '0', ...more }
  const gateway = await startTestGateway({ subgraphs: rooms.subgraphs, supergraphSdl: rooms.supergraphSdl, environment })
  const doorbell = rooms.connect(gateway.namespace)
  await gateway.live.hearing
  const good = await connect(gateway.url)
  onTestFinished(async () => {
    good.socket.terminate()
    await doorbell.stop()
    await gateway.stop()
  })
  good.subscribe('map', watch)
  await good.next()
  return { gateway, rooms, good }
}

async function stalledSocket({ url }: TestGateway, query: string): Promise<SocketClient> {
  const client = await connect(url)
  onTestFinished(() => client.socket.terminate())
  client.socket.pause()
  client.subscribe('map', query)
  return client
}

async function stalledStream({ url }: TestGateway): Promise<void> {
  const stream = await openStream(url, { query: watch })
  onTestFinished(() => stream.close())
  stream.response.pause()
}

const versionOf = (client: SocketClient, index: number): unknown => client.messages.at(index)?.payload.data.roomChanged.version

it('40 stalled clients cost at most one update each, not the 60 that there are, and delay nobody', { timeout: 60_000 }, async () => {
  const { gateway, rooms, good } = await given(600_000)
  const before = await memoryInUse()
  const stalled = await Promise.all(Array.from({ length: 20 }, () => stalledSocket(gateway, watch)))
  await Promise.all(Array.from({ length: 20 }, () => stalledStream(gateway)))
  for (let update = 1; update <= 60; update += 1) {
    rooms.change('room:r1')
    // Each by itself, none merged with the next.
    expect((await good.next()).payload.data.roomChanged.version).toBe(update)
  }
  const after = await memoryInUse()
  // 4.6 MB: they wait behind the same updates, whose bytes they share. With queues it would be 120 MB, and go on growing.
  expect(after.buffers - before.buffers).toBeLessThan(20 * MAP_BYTES)
  expect(gateway.live.sockets.size).toBe(21)

  const [one] = stalled
  if (one === undefined) throw new Error('There is none.')
  one.socket.resume()
  await expect.poll(() => versionOf(one, -1), { timeout: 10_000 }).toBe(60)
  const versions = one.messages.slice(1).map((_, index) => Number(versionOf(one, index + 1)))
  expect(versions.length).toBeLessThan(30)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
})

it('a client that stays stalled for LIVE_SLOW_CONSUMER_MS is closed with 4413, and goes on where it was', { timeout: 60_000 }, async () => {
  const { gateway, rooms, good } = await given(300)
  const client = await stalledSocket(gateway, watchAlone)
  for (let update = 1; gateway.live.feed.size.groups === 2 || update === 1; update += 1) {
    rooms.change('room:r1')
    await good.next()
  }
  client.socket.resume()
  expect(await client.closed).toEqual({ code: 4413, reason: 'Fell behind' })
  expect(gateway.live.feed.size.groups).toBe(1)

  const version = versionOf(client, -1)
  const back = await connect(gateway.url)
  onTestFinished(() => back.socket.terminate())
  back.subscribe('map', 'subscription ($v: Int) { roomChanged(id: "r1", afterVersion: $v) { full entered } }', { v: version })
  expect((await back.next()).payload.data.roomChanged).toEqual({ full: false, entered: expect.arrayContaining([Number(version) + 1]) })
})

it('a stream that stays stalled ends even where there is no news for it', { timeout: 60_000 }, async () => {
  const { gateway } = await given(300, { mapBytes: 10 * MAP_BYTES, more: { LIVE_BEAT_MS: '200' } })
  const ended = stalledStream(gateway)
  await expect.poll(() => gateway.live.streams.size).toBe(1)
  await ended
  await expect.poll(() => gateway.live.streams.size, { timeout: 10_000 }).toBe(0)
})
