import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { createRunningResponses } from './running-responses.js'
import { serveWithoutUpgrade } from './serve-without-upgrade.js'

export interface HttpServer {
  readonly port: number
  /** True from the moment that `stop` was called. */
  readonly stopping: boolean
  /** Lets running requests end, also those that are on their way, and closes what is left after `graceMs`. Idempotent. */
  stop(graceMs?: number): Promise<void>
}

/** A connection that looks idle may hold a request that was not read yet, and the backlog a connection: they get this long. */
const LAST_CALL_MS = 200

export interface HttpServerOptions {
  readonly host: string
  readonly port: number
  /** Takes over connections that want to be WebSockets, and closes them before `stop`. Default: they are answered as all others. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** A plain HTTP server whose kept-alive connections outlive those of the clients' pools, so that no request meets a close. */
export async function startHttpServer(
  { host, port, upgrade }: HttpServerOptions,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<HttpServer> {
  let stopping = false
  const running = createRunningResponses()
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 30_000 }, (request, response) => {
    if (stopping) response.shouldKeepAlive = false
    running.add(response)
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined)
    })
  })
  if (upgrade !== undefined) {
    server.on('upgrade', (request, socket, rest) => {
      if (/websocket/i.test(request.headers.upgrade ?? '')) upgrade(request, socket, rest)
      else serveWithoutUpgrade(server, request, socket, rest)
    })
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 1_024 }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.')

  let stopped: Promise<void> | undefined
  async function close(graceMs: number): Promise<void> {
    stopping = true
    for (const response of running) response.shouldKeepAlive = false
    await delay(LAST_CALL_MS)
    // Once more to the sockets: a busy process gets here without having looked at them.
    await nextTurn()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const timer = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearTimeout(timer)
  }
  return {
    port: address.port,
    get stopping() {
      return stopping
    },
    stop(graceMs = 5_000) {
      stopped ??= close(graceMs)
      return stopped
    },
  }
}
