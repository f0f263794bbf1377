import { createLogger } from '@mov-ticket/service-kit'
import { backingServices, createDoorbell } from '@mov-ticket/shared-events'
import type { Doorbell } from '@mov-ticket/shared-events'
import { compose } from '../../compose/compose.js'
import type { Fake, SubgraphName } from '../../testing/fake-subgraphs.js'

/** A subgraph that the gateway has never heard of, in the place of one that it knows. */
export interface Rooms {
  readonly supergraphSdl: string
  readonly subgraphs: Partial<Record<SubgraphName, Fake>>
  /** The arguments of each question. */
  readonly asked: Record<string, unknown>[]
  /** Somebody enters a room, or opens or closes a door; its doorbell rings. */
  change(channel: string): number
  /** The owner's doorbell, in the gateway's namespace. */
  connect(namespace: string): Doorbell
}

const header = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
    @link(url: "https://specs.mov-ticket.example/live/v1.0", import: ["@live", "@public"])
    @composeDirective(name: "@live")
    @composeDirective(name: "@public")
  directive @live(channel: String!, query: String!) on FIELD_DEFINITION
  directive @public on FIELD_DEFINITION
`

export const roomTypes = `
  type Query {
    room(id: ID!, afterVersion: Int): Room @public
    door(house: ID!, number: Int! = 1): Door @public
  }
  type Room { version: Int! @public full: Boolean! @public entered: [Int!]! @public map: String! @public }
  type Door { version: Int! @public open: Boolean! @public }
  type Subscription {
    roomChanged(id: ID!, afterVersion: Int): Room @live(channel: "room:{id}", query: "room")
    doorChanged(house: ID!, number: Int! = 1): Door @live(channel: "door:{house}:{number}", query: "door")
  }
`

export const composeRooms = (types: string) => compose([{ name: 'tickets', sdl: header + types }]).supergraphSdl

/** `types`: what the subgraph serves, if that is more than the supergraph says; `resolvers`: of its queries. */
export function createRooms({ types = roomTypes, resolvers = {}, map = '' }: { types?: string; resolvers?: object; map?: string } = {}): Rooms {
  const versions = new Map<string, number>()
  const asked: Record<string, unknown>[] = []
  let doorbell: Doorbell | undefined

  function room(_: unknown, args: { id: string; afterVersion?: number | null }) {
    asked.push({ room: args.id, afterVersion: args.afterVersion })
    const version = versions.get(`room:${args.id}`) ?? 0
    const { afterVersion } = args
    const full = afterVersion == null || afterVersion < 0 || afterVersion > version
    const since = full ? 0 : afterVersion
    return { version, full, entered: Array.from({ length: version - since }, (_each, index) => since + index + 1), map: map + version }
  }

  function door(_: unknown, { house, number }: { house: string; number: number }) {
    asked.push({ door: `${house}:${number}` })
    const version = versions.get(`door:${house}:${number}`) ?? 0
    return { version, open: version % 2 === 1 }
  }

  return {
    supergraphSdl: composeRooms(roomTypes),
    subgraphs: { tickets: { typeDefs: header + types, resolvers: { Query: { room, door, ...resolvers } } } },
    asked,
    change(channel) {
      const version = (versions.get(channel) ?? 0) + 1
      versions.set(channel, version)
      doorbell?.ring(channel, version)
      return version
    },
    connect(namespace) {
      doorbell = createDoorbell({ redisUrl: backingServices().redisUrl, namespace, logger: createLogger({ service: 'rooms', level: 'silent' }) })
      return doorbell
    },
  }
}
