import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'

/** Stands between a client and a real server, and can be taken away. */
export interface FaultProxy {
  readonly url: string
  /** Resets every link and refuses new ones. */
  refuse(): void
  /** Swallows everything without closing anything, as a dead network does. */
  swallow(): void
  heal(): void
  close(): Promise<void>
}

export async function startFaultProxy(serverUrl: string): Promise<FaultProxy> {
  const target = new URL(serverUrl)
  const upstreamPort = Number(target.port)
  const upstreamHost = target.hostname
  const sockets = new Set<Socket>()
  let mode: 'serve' | 'refuse' | 'swallow' = 'serve'

  const carry = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('data', (data) => void (mode === 'serve' && to.write(data)))
    from.on('error', () => undefined)
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.resetAndDestroy()
      return
    }
    const upstream = connect(upstreamPort, upstreamHost)
    carry(client, upstream)
    carry(upstream, client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  target.host = `127.0.0.1:${address.port}`

  return {
    url: target.toString(),
    refuse() {
      mode = 'refuse'
      cut()
    },
    swallow() {
      mode = 'swallow'
    },
    heal() {
      if (mode === 'swallow') cut()
      mode = 'serve'
    },
    async close() {
      mode = 'refuse'
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
