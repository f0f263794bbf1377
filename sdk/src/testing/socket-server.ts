import { once } from 'node:events'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import { portOf } from './port-of.js'

/** A server that speaks graphql-transport-ws as a spec tells it to. */
export interface SocketServer {
  readonly url: string
  /** All that clients said, over all sockets. */
  readonly heard: { readonly socket: number; readonly message: Record<string, unknown> }[]
  /** Of the socket that came last. */
  say(message: object): void
  sayText(text: string): void
  close(code: number, reason?: string): void
  /** From now on new sockets hear nothing, though they stay open. */
  mute(): void
  /** Of all sockets that ever came. */
  readonly sockets: () => number
}

export async function startSocketServer(onEnd: (end: () => void) => void, { acknowledges = true, pongs = true } = {}): Promise<SocketServer> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  onEnd(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  await once(server, 'listening')
  const heard: SocketServer['heard'] = []
  let isMuted = false
  let count = 0
  let latest: WebSocket | undefined
  server.on('connection', (socket) => {
    const number = ++count
    latest = socket
    socket.on('message', (data: Buffer) => {
      const message: Record<string, unknown> = JSON.parse(data.toString())
      heard.push({ socket: number, message })
      if (isMuted) return
      if (message['type'] === 'connection_init' && acknowledges) socket.send('{"type":"connection_ack"}')
      if (message['type'] === 'ping' && pongs) socket.send('{"type":"pong"}')
    })
  })
  return {
    url: `ws://127.0.0.1:${portOf(server)}`,
    heard,
    say: (message) => latest?.send(JSON.stringify(message)),
    sayText: (text) => latest?.send(text),
    close: (code, reason) => latest?.close(code, reason),
    mute() {
      isMuted = true
    },
    sockets: () => count,
  }
}
