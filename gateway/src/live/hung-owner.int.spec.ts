import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { createRooms } from './testing/rooms.js'
import { connect } from './testing/socket-client.js'

/* The owner of rooms takes questions and never answers; the doors' goes on. */

let release: () => void
const released = new Promise<void>((resolve) => {
  release = resolve
})
async function room() {
  await released
  return { version: 1, full: true, entered: [1], map: '' }
}

const rooms = createRooms({ resolvers: { room } })
let gateway: TestGateway
let stopDoorbell: () => Promise<void>

beforeAll(async () => {
  gateway = await startTestGateway({ subgraphs: rooms.subgraphs, supergraphSdl: rooms.supergraphSdl, environment: { LIVE_QUESTION_MS: '300' } })
  const doorbell = rooms.connect(gateway.namespace)
  stopDoorbell = () => doorbell.stop()
  await gateway.live.hearing
})
afterAll(async () => {
  release()
  await stopDoorbell()
  await gateway.stop()
})

it('a hung owner holds up nothing else, its watchers are told, and go on when it answers', async () => {
  const client = await connect(gateway.url)
  const other = await connect(gateway.url)
  // More than there are questions at once.
  const ids = Array.from({ length: 40 }, (_, index) => `r${index}`)
  for (const id of ids) client.subscribe(id, 'subscription ($id: ID!) { roomChanged(id: $id) { entered } }', { id })
  other.subscribe('door', 'subscription { doorChanged(house: "h") { open } }')
  await other.next()
  for (let change = 1; change <= 10; change += 1) {
    rooms.change('door:h:1')
    expect((await other.next()).payload).toEqual({ data: { doorChanged: { open: change % 2 === 1 } } })
  }

  const told = await Promise.all(ids.map(() => client.next()))
  const error = { message: expect.any(String), path: ['roomChanged'], extensions: { code: 'UNAVAILABLE' } }
  expect(told.map(({ payload }) => payload)).toEqual(ids.map(() => ({ data: { roomChanged: null }, errors: [error] })))
  expect(new Set(told.map(({ id }) => id))).toEqual(new Set(ids))
  release()
  const waiting = new Set(ids)
  while (waiting.size > 0) {
    const { id, payload } = await client.next()
    // On a busy machine an owner that answers may still be too late once more.
    if (payload.errors !== undefined) continue
    expect(payload).toEqual({ data: { roomChanged: { entered: [1] } } })
    waiting.delete(String(id))
  }
  const unanswered = gateway.log.filter(({ msg }) => msg === 'a live question got no answer')
  expect(new Set(unanswered.map(({ channel }) => channel))).toEqual(new Set(ids.map((id) => `room:${id}`)))
  client.socket.terminate()
  other.socket.terminate()
})
