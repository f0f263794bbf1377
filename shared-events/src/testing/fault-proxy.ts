import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

/** A TCP link that breaks on demand: a testing fixture that stands between a client and a real server. */
export interface FaultProxy {
  /** The server's URL, through this proxy. */
  readonly url: string
  /** How many links have been made so far. */
  readonly links: () => number
  /** Resets every link; new ones are served. */
  cut(): void
  /** Swallows everything in both directions without closing anything: a half-open link. New links swallow too. */
  blackhole(): void
  /** Resets every link and refuses new ones. */
  refuse(): void
  /** Serves again. What was swallowed is lost, so the links that swallowed are reset. */
  heal(): void
  close(): Promise<void>
}

type Mode = 'serve' | 'blackhole' | 'refuse'

export async function startFaultProxy(serverUrl: string): Promise<FaultProxy> {
  const target = new URL(serverUrl)
  const pairs = new Set<[Socket, Socket]>()
  let mode: Mode = 'serve'
  let links = 0

  const server = createServer((client) => {
    if (mode === 'refuse') {
      client.resetAndDestroy()
      return
    }
    links++
    const upstream = connect(Number(target.port), target.hostname)
    const pair: [Socket, Socket] = [client, upstream]
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
        if (mode !== 'blackhole') end()
      })
    }
  })

  function carry(from: Socket, to: Socket): void {
    from.on('data', (data) => {
      if (mode === 'serve') to.write(data)
    })
  }

  function cut(): void {
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy()
    pairs.clear()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(portOf(server.address()))

  return {
    url: url.toString(),
    links: () => links,
    cut,
    blackhole() {
      mode = 'blackhole'
    },
    refuse() {
      mode = 'refuse'
      cut()
    },
    heal() {
      if (mode === 'blackhole') cut()
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

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return address.port
}
