import type { Doorbell } from '@mov-ticket/shared-events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { createRooms } from './testing/rooms.js'
import { connect } from './testing/socket-client.js'

/* A subgraph with live fields of its own: the gateway has no code for them. */

const rooms = createRooms()
let gateway: TestGateway
let doorbell: Doorbell

beforeAll(async () => {
  gateway = await startTestGateway({ subgraphs: rooms.subgraphs, supergraphSdl: rooms.supergraphSdl })
  doorbell = rooms.connect(gateway.namespace)
  await gateway.live.hearing
})
afterAll(async () => {
  await doorbell.stop()
  await gateway.stop()
})

const next = (id: string, data: object) => ({ id, type: 'next', payload: { data } })

describe('a new live field whose query takes `afterVersion`', () => {
  const watch = 'subscription ($r: ID!, $v: Int) { roomChanged(id: $r, afterVersion: $v) { entered version full } }'

  it('is asked for what changed, with each ring', async () => {
    const client = await connect(gateway.url)
    rooms.asked.splice(0)
    client.subscribe('a', watch, { r: 'r1' })
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [], version: 0, full: true } }))
    rooms.change('room:r1')
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [1], version: 1, full: false } }))
    rooms.change('room:r2')
    rooms.change('room:r1')
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [2], version: 2, full: false } }))
    expect(rooms.asked).toEqual([{ room: 'r1', afterVersion: null }, { room: 'r1', afterVersion: 0 }, { room: 'r1', afterVersion: 1 }])
    await client.close()
  })

  it('can be resumed', async () => {
    const client = await connect(gateway.url)
    for (let times = 0; times < 3; times += 1) rooms.change('room:r3')
    client.subscribe('a', watch, { r: 'r3', v: 1 })
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [2, 3], version: 3, full: false } }))
    client.subscribe('b', watch, { r: 'r3', v: 3 })
    expect(await client.next()).toEqual(next('b', { roomChanged: { entered: [], version: 3, full: false } }))
    await client.close()
  })
})

describe('a new live field whose query takes no `afterVersion`', () => {
  it('is asked whole, and sent when its version is new', async () => {
    const client = await connect(gateway.url)
    rooms.asked.splice(0)
    client.subscribe('a', 'subscription { doorChanged(house: "h") { open } }')
    expect(await client.next()).toEqual(next('a', { doorChanged: { open: false } }))
    rooms.change('door:h:1')
    expect(await client.next()).toEqual(next('a', { doorChanged: { open: true } }))
    gateway.live.feed.ring('door:h:1', null)
    await expect.poll(() => rooms.asked.length).toBe(3)
    rooms.change('door:h:1')
    expect(await client.next()).toEqual(next('a', { doorChanged: { open: false } }))
    await client.close()
  })
})

it('a crowd of it shares one question and one answer', async () => {
  const clients = await Promise.all(Array.from({ length: 20 }, () => connect(gateway.url)))
  for (const client of clients) client.subscribe('door', 'subscription { doorChanged(house: "crowd") { open } }')
  const first = await Promise.all(clients.map((client) => client.next()))
  expect(new Set(first.map(({ payload }) => JSON.stringify(payload))).size).toBe(1)
  rooms.asked.splice(0)
  rooms.change('door:crowd:1')
  for (const client of clients) expect(await client.next()).toEqual(next('door', { doorChanged: { open: true } }))
  expect(rooms.asked.length).toBe(1)
  await Promise.all(clients.map((client) => client.close()))
  await expect.poll(() => gateway.live.feed.size).toEqual({ channels: 0, groups: 0 })
})
