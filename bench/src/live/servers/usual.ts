import { buildSchema } from 'graphql'
import { RedisPubSub } from 'graphql-redis-subscriptions'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { channel, connectRedis } from './environment.js'
import { listen } from './listen.js'

/** The usual way: graphql-ws and graphql-redis-subscriptions as their READMEs say, and so one execution per socket. */

const schema = buildSchema(`
  scalar DateTime
  enum TicketStatus { AVAILABLE LOCKED RESERVED BLOCKED }
  type Ticket { id: ID!  status: TicketStatus!  version: Int!  lockedUntil: DateTime }
  type SeatMapUpdate { version: Int!  full: Boolean!  tickets: [Ticket!]! }
  type Query { seatMap(screeningId: ID!): SeatMapUpdate }
  type Subscription { seatMapChanged(screeningId: ID!): SeatMapUpdate }
`)
const pubsub = new RedisPubSub({ publisher: await connectRedis(), subscriber: await connectRedis() })
const roots = { subscription: { seatMapChanged: () => pubsub.asyncIterableIterator(channel) } }

await listen((server) => {
  useServer({ schema, roots }, new WebSocketServer({ server, path: '/graphql' }))
})
