import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { channel, connectRedis } from './environment.js'
import { listen } from './listen.js'

export interface Watcher {
  readonly socket: WebSocket
  /** The TCP socket under it. */
  readonly stream: Duplex
}

/**
 * No GraphQL at all: whoever subscribes is sent every change, encoded once for all, in the way that `send` knows. Just as
 * much of graphql-transport-ws as a watcher needs.
 */
export async function serveEncoded(send: (message: Buffer, watchers: ReadonlySet<Watcher>) => void): Promise<void> {
  const watchers = new Set<Watcher>()
  const redis = await connectRedis()
  redis.on('message', (_, update: string) => {
    send(Buffer.from(`{"id":"1","type":"next","payload":{"data":${update}}}`), watchers)
  })
  await redis.subscribe(channel)

  await listen((server) => {
    const sockets = new WebSocketServer({ server, path: '/graphql' })
    sockets.on('connection', (socket, { socket: stream }) => {
      const watcher = { socket, stream }
      socket.on('message', (message) => {
        // oxlint-disable-next-line typescript/no-base-to-string -- text comes as one Buffer
        if (message.toString().includes('connection_init')) socket.send('{"type":"connection_ack"}')
        else watchers.add(watcher)
      })
      socket.on('error', () => socket.terminate())
      socket.on('close', () => watchers.delete(watcher))
    })
  })
}
