import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { Socket } from 'node:net'
import { listenLocally } from './listen-locally.js'

/** A TCP link that breaks on demand: a testing fixture that stands between a client and a real server. */
export interface FaultProxy {
  /** The server's URL, through this proxy. */
  readonly url: string
  /** How many links have been made so far. */
  readonly links: () => number
  /** Resets every link; new ones are served. */
  cut(): void
  /** From now on the links that are there swallow everything and close nothing: half-open. New ones are served. */
  blackhole(): void
  /** Resets every link and refuses new ones. */
  refuse(): void
  /** Serves new links again. */
  serve(): void
  close(): Promise<void>
}

export async function startFaultProxy(serverUrl: string): Promise<FaultProxy> {
  const target = new URL(serverUrl)
  const port = Number(target.port || (target.protocol === 'redis:' ? 6379 : 5672))
  const pairs = new Set<readonly [Socket, Socket]>()
  const black = new WeakSet<Socket>()
  let refusing = false
  let links = 0

  const server = createServer((client) => {
    if (refusing) {
      client.resetAndDestroy()
      return
    }
    links++
    const upstream = connect(port, target.hostname)
    const pair = [client, upstream] as const
    pairs.add(pair)
    carry(client, upstream)
    carry(upstream, client)
    const end = () => {
      pairs.delete(pair)
      for (const socket of pair) socket.destroy()
    }
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        if (!black.has(socket)) end()
      })
    }
  })

  function carry(from: Socket, to: Socket): void {
    from.on('data', (data) => {
      if (!black.has(from)) to.write(data)
    })
  }

  function cut(): void {
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    pairs.clear()
  }

  const listening = await listenLocally(server)
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(listening)

  return {
    url: url.toString(),
    links: () => links,
    cut,
    blackhole() {
      for (const pair of pairs) for (const socket of pair) black.add(socket)
    },
    refuse() {
      refusing = true
      cut()
    },
    serve() {
      refusing = false
    },
    async close() {
      refusing = true
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
