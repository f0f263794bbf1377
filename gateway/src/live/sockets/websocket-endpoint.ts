import { pathOf } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { STATUS_CODES } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { WebSocketServer } from 'ws'
import { clientOf } from '../../http/client.js'
import { isForeign } from '../../http/origins.js'
import { isSecure } from '../../http/secure.js'
import type { RateLimits } from '../../limits/rate-limits.js'
import { credentialOf } from '../../sessions/credential.js'
import type { ConnectionLimits } from '../connection-limits.js'
import { closeCodes } from './close-codes.js'
import { createConnection } from './connection.js'
import type { Connection, ConnectionOptions } from './connection.js'

export interface WebSocketEndpointOptions extends ConnectionOptions {
  readonly connectionLimits: ConnectionLimits
  readonly rates: RateLimits
  readonly allowedOrigins: readonly string[]
  readonly secureCookies: 'auto' | 'always' | 'never'
  readonly trustedProxies: number
  readonly maxMessageBytes: number
  /** How often a client is asked whether it is there. Who says nothing for twice as long is gone. */
  readonly beatEveryMs: number
  readonly logger: Logger
}

/** WebSockets at `/graphql`. */
export interface WebSocketEndpoint {
  upgrade(request: IncomingMessage, tcp: Duplex, head: Buffer): void
  renew(): void
  /** How many there are. */
  readonly size: number
  /** Closes all, so that clients come again elsewhere. */
  stop(): Promise<void>
}

const SUBPROTOCOL = 'graphql-transport-ws'
const CHUNK = 500
/** Who does not answer our close frame, or can't read it behind what it left unread, is cut off. @types/ws lacks the option. */
const closing = { closeTimeout: 1_000 }

export function createWebSocketEndpoint(options: WebSocketEndpointOptions): WebSocketEndpoint {
  const { connectionLimits, rates, logger } = options
  const connections = new Set<Connection>()
  let count = 0
  let isStopping = false
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: options.maxMessageBytes,
    // We answer pings ourselves, so that nobody can have us queue pongs without end.
    autoPong: false,
    handleProtocols: (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    ...closing,
  })

  async function upgrade(request: IncomingMessage, tcp: Duplex, head: Buffer): Promise<void> {
    const client = clientOf(request, options.trustedProxies)
    if (pathOf(request) !== '/graphql') return refuse(tcp, 404)
    if (isForeign({ origin: request.headers.origin, host: client.host }, options.allowedOrigins)) return refuse(tcp, 403)
    const seconds = await rates.read(client.address, 1)
    // Nothing would be heard any more of what happened while we waited.
    if (tcp.destroyed) return
    if (isStopping) return refuse(tcp, 503)
    const place = seconds === null ? connectionLimits.enter(client.address) : null
    if (place === null) return refuse(tcp, 429, seconds ?? 1)
    tcp.once('close', () => place.leave())
    const credential = credentialOf(request.headers, isSecure(client, options.secureCookies))
    server.handleUpgrade(request, tcp, head, (socket) => {
      // Whatever a client sends may fail, whether we speak with it or not.
      socket.on('error', (err: Error) => logger.debug({ err }, 'a WebSocket failed'))
      if (socket.protocol !== SUBPROTOCOL) return socket.close(...closeCodes.subprotocolNotAcceptable)
      const connection = createConnection(options, { name: `socket:${count++}`, socket, tcp, client, credential, place })
      connections.add(connection)
      void connection.whenClosed.then(() => connections.delete(connection))
    })
  }

  async function beat(): Promise<void> {
    let done = 0
    for (const connection of connections) {
      connection.beat()
      if (++done % CHUNK === 0) await nextTurn()
    }
  }
  const timer = setInterval(() => void beat(), options.beatEveryMs)

  return {
    upgrade(request, tcp, head) {
      tcp.on('error', (err: Error) => logger.debug({ err }, 'a connection failed'))
      upgrade(request, tcp, head).catch((err: unknown) => {
        logger.error({ err }, 'a WebSocket could not be opened')
        refuse(tcp, 500)
      })
    },
    renew() {
      for (const connection of connections) connection.renew()
    },
    get size() {
      return connections.size
    },
    async stop() {
      isStopping = true
      clearInterval(timer)
      const all = [...connections]
      for (const connection of all) connection.close(closeCodes.goingAway)
      await Promise.all(all.map(({ whenClosed }) => whenClosed))
      server.close()
    },
  }
}

function refuse(tcp: Duplex, status: 403 | 404 | 429 | 500 | 503, retryAfterSeconds = 1): void {
  const retry = status === 429 || status === 503 ? `Retry-After: ${retryAfterSeconds}\r\n` : ''
  // Else whoever does not hang up in turn would keep the connection for ever: no HTTP server looks after it any more.
  tcp.once('finish', () => tcp.destroy())
  tcp.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n${retry}\r\n`)
}
