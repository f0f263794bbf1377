import { once } from 'node:events'
import type { ClientOptions } from 'ws'
import { WebSocket } from 'ws'

/** A message of graphql-transport-ws. */
export interface Message {
  readonly type: string
  readonly id?: string
  // oxlint-disable-next-line typescript/no-explicit-any -- specs look into payloads of any shape.
  readonly payload?: any
}

/** A client that does as it is told, also what no good client would. */
export interface SocketClient {
  readonly socket: WebSocket
  /** All that came, in order. */
  readonly messages: readonly Message[]
  /** Objects as JSON; text and bytes as they are. */
  send(...messages: readonly (object | string | Buffer)[]): void
  subscribe(id: string, query: string, variables?: Readonly<Record<string, unknown>>): void
  /** The next message that was not taken yet. Rejects where the socket closes instead. */
  next(): Promise<Message>
  /** Takes what was sent until now; what comes first is a pong. */
  rest(): Promise<readonly Message[]>
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  close(): Promise<void>
}

export interface SocketOptions extends ClientOptions {
  readonly path?: string
  readonly protocols?: string | string[]
}

/** Opens a socket; rejects with the status, such as `Unexpected server response: 403`, where it is refused. */
export async function openSocket(url: string, { path = '/graphql', protocols = 'graphql-transport-ws', ...options }: SocketOptions = {}): Promise<SocketClient> {
  const socket = new WebSocket(url.replace(/^http/, 'ws') + path, protocols, options)
  const messages: Message[] = []
  const waiting: { take(message: Message): void; fail(error: Error): void }[] = []
  let taken = 0
  let fences = 0

  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()))
    hand()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      for (const each of waiting.splice(0)) each.fail(new Error(`closed with ${code} ${reason.toString()}`))
      resolve({ code, reason: reason.toString() })
    })
  })

  function hand(): void {
    while (waiting.length > 0) {
      const message = messages[taken]
      if (message === undefined) return
      taken += 1
      waiting.shift()?.take(message)
    }
  }

  const client: SocketClient = {
    socket,
    messages,
    closed,
    send(...given) {
      for (const message of given) socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
    },
    subscribe: (id, query, variables) => client.send({ id, type: 'subscribe', payload: { query, ...(variables && { variables }) } }),
    next: () =>
      new Promise((take, fail) => {
        if (messages.length === taken && socket.readyState === WebSocket.CLOSED) return fail(new Error('The socket is closed.'))
        waiting.push({ take, fail })
        hand()
      }),
    async rest() {
      const fence = `fence ${fences++}`
      client.send({ type: 'ping', payload: { fence } })
      const came: Message[] = []
      for (;;) {
        const message = await client.next()
        if (message.type === 'pong' && message.payload?.fence === fence) return came
        came.push(message)
      }
    },
    async close() {
      socket.close(1000)
      await closed
    },
  }
  await once(socket, 'open')
  socket.on('error', () => undefined)
  return client
}

/** A socket that may subscribe. */
export async function connect(url: string, { init = {}, ...options }: SocketOptions & { readonly init?: object } = {}): Promise<SocketClient> {
  const client = await openSocket(url, options)
  client.send({ type: 'connection_init', payload: init })
  const { type } = await client.next()
  if (type !== 'connection_ack') throw new Error(`got ${type} instead of connection_ack`)
  return client
}
