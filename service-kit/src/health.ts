import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { startHttpServer } from './http-server.js'
import { pathOf } from './path-of.js'
import { missingOf } from './readiness.js'
import type { Readiness } from './readiness.js'
import { sendJson } from './send-json.js'

/** Answers `GET /healthz` (alive) and `GET /readyz` (200, or 503 with what is missing). False: the request is another. */
export async function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  { readiness, stopping }: { readonly readiness: Readiness; readonly stopping: boolean },
): Promise<boolean> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = pathOf(request)
  if (path === '/healthz') {
    sendJson(response, 200, { alive: true })
    return true
  }
  if (path !== '/readyz') return false
  const missing = stopping ? ['stopping'] : await missingOf(readiness)
  sendJson(response, missing.length === 0 ? 200 : 503, { ready: missing.length === 0, missing })
  return true
}

export interface HealthOptions {
  readonly host: string
  readonly port: number
  readonly readiness: Readiness
  readonly logger: Logger
}

/** For a process that serves nothing else. */
export async function startHealth(options: HealthOptions): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const server = await startHttpServer(options, async (request, response) => {
    const { readiness } = options
    if (await answerHealth(request, response, { readiness, stopping: server.stopping })) return
    sendJson(response, 404, { errors: [{ message: 'There is nothing here.' }] })
  })
  options.logger.debug({ port: server.port }, 'health is served')
  return { port: server.port, stop: () => server.stop(1_000) }
}
