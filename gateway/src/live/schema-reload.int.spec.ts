import type { SupergraphManager } from '@apollo/gateway'
import type { Doorbell } from '@mov-ticket/shared-events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestGateway } from '../testing/test-gateway.js'
import type { TestGateway } from '../testing/test-gateway.js'
import { composeRooms, createRooms, roomTypes } from './testing/rooms.js'
import type { Rooms } from './testing/rooms.js'
import { connect } from './testing/socket-client.js'
import type { SocketClient } from './testing/socket-client.js'

/** All that any of the schemas has. */
const servedTypes = roomTypes.replace('type Query {', 'type Query { hall(id: ID!, afterVersion: Int): Room @public')
const hall = (_: unknown, { id }: { id: string }) => ({ version: 7, full: true, entered: [], map: `the hall ${id}` })

let rooms: Rooms
let gateway: TestGateway
let doorbell: Doorbell
let client: SocketClient
let update: (supergraphSdl: string) => void

beforeEach(async () => {
  rooms = createRooms({ types: servedTypes, resolvers: { hall } })
  const manager: SupergraphManager = {
    async initialize(given) {
      update = (supergraphSdl) => given.update(supergraphSdl)
      return { supergraphSdl: rooms.supergraphSdl }
    },
  }
  gateway = await startTestGateway({ subgraphs: rooms.subgraphs, supergraphSdl: manager })
  doorbell = rooms.connect(gateway.namespace)
  await gateway.live.hearing
  client = await connect(gateway.url)
})
afterEach(async () => {
  await client.close()
  await doorbell.stop()
  await gateway.stop()
})

const watch = 'subscription { roomChanged(id: "r1") { entered version full } }'
const next = (id: string, data: object) => ({ id, type: 'next', payload: { data } })

describe('when the schema is another one, then what runs', () => {
  it('goes on from where it is, with an update of the new one', async () => {
    rooms.change('room:r1')
    client.subscribe('a', watch)
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [1], version: 1, full: true } }))
    update(composeRooms(roomTypes.replace('open: Boolean!', 'open: Boolean')))
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [], version: 1, full: false } }))
    rooms.change('room:r1')
    expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [2], version: 2, full: false } }))
    expect(gateway.live.feed.size).toEqual({ channels: 1, groups: 1 })
  })

  it('is asked of the query that the new one names', async () => {
    client.subscribe('a', watch.replace('entered', 'map'))
    expect(await client.next()).toEqual(next('a', { roomChanged: { map: '0', version: 0, full: true } }))
    update(composeRooms(servedTypes.replace('query: "room"', 'query: "hall"')))
    expect(await client.next()).toEqual(next('a', { roomChanged: { map: 'the hall r1', version: 7, full: true } }))
  })

  it('and is not allowed any more gets `error`, and nothing else does', async () => {
    client.subscribe('room', watch)
    await client.next()
    client.subscribe('door', 'subscription { doorChanged(house: "h") { open } }')
    await client.next()
    update(composeRooms(roomTypes.replace('entered: [Int!]! @public ', '')))
    const messages = [await client.next(), await client.next()]
    expect(messages).toContainEqual({
      id: 'room', type: 'error', payload: [expect.objectContaining({ message: 'Cannot query field "entered" on type "Room".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })],
    })
    expect(messages).toContainEqual(next('door', { doorChanged: { open: false } }))
    rooms.change('door:h:1')
    expect(await client.next()).toEqual(next('door', { doorChanged: { open: true } }))
    client.subscribe('room', 'subscription { roomChanged(id: "r1") { version } }')
    expect(await client.next()).toEqual(next('room', { roomChanged: { version: 0 } }))
  })

  it('and is not public any more is asked for each viewer, as that viewer', async () => {
    const other = await connect(gateway.url)
    for (const each of [client, other]) {
      each.subscribe('a', watch)
      await each.next()
    }
    expect(gateway.live.feed.size.groups).toBe(1)
    update(composeRooms(roomTypes.replace('entered: [Int!]! @public', 'entered: [Int!]!')))
    for (const each of [client, other]) await each.next()
    expect(gateway.live.feed.size.groups).toBe(2)
    await other.close()
  })
})

it('a schema whose live fields can\'t be served is said to be wrong, and what runs goes on as before', async () => {
  client.subscribe('a', watch)
  await client.next()
  update(rooms.supergraphSdl.replace('query: "room"', 'query: "attic"'))
  rooms.change('room:r1')
  expect(await client.next()).toEqual(next('a', { roomChanged: { entered: [1], version: 1, full: false } }))
  expect(gateway.log.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('@live on Subscription.roomChanged: there is no Query.attic'))
})
