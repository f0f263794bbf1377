import { forbidden, sendJson, unauthenticated } from '@mov-ticket/service-kit'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Client } from '../../http/client.js'
import { isForeign } from '../../http/origins.js'
import { Refusal, cannotNow, tooManyRequests } from '../../http/refusal.js'
import type { Credential } from '../../sessions/credential.js'
import { begin } from '../begin.js'
import type { BeginOptions, Running } from '../begin.js'
import type { ConnectionLimits, Place } from '../connection-limits.js'
import type { Outlet } from '../feed/outlet.js'
import { createUpdate } from '../feed/update.js'
import type { LiveSession, LiveSessions } from '../live-sessions.js'
import type { SlowConsumers } from '../slow-consumers.js'

export interface EventStreamsOptions extends BeginOptions {
  readonly liveSessions: LiveSessions
  readonly slowConsumers: SlowConsumers
  readonly connectionLimits: ConnectionLimits
  readonly allowedOrigins: readonly string[]
}

export interface StreamRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly client: Client
  readonly credential: Credential | null
  /** The body, parsed, or what a GET has instead. */
  readonly payload: unknown
}

/** GraphQL over server-sent events, one connection per operation: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md */
export interface EventStreams {
  /** Rejects with a Refusal where no stream was begun. */
  begin(asked: StreamRequest): Promise<void>
  renew(): void
  /** Ends all without a word, so that clients come again elsewhere. */
  stop(): void
}

/** A comment now and then, so that neither side nor a proxy between takes the silence for the end. */
const BEAT_EVERY_MS = 12_000
const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' }
const completed = 'event: complete\ndata:\n\n'

let streams = 0

export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { liveSessions, slowConsumers, connectionLimits, allowedOrigins } = options
  const open = new Map<ServerResponse, Running>()
  const timer = setInterval(() => {
    for (const response of open.keys()) if (response.headersSent && response.writableLength === 0) response.write(':\n\n')
  }, BEAT_EVERY_MS)

  async function enter({ client, credential }: StreamRequest, onEnd: () => void): Promise<{ place: Place; session: LiveSession | null }> {
    const place = connectionLimits.enter(client.address)
    if (place === null) throw tooManyRequests(1)
    try {
      const session = credential && (await liveSessions.open(credential.token, onEnd))
      if (session !== null && !place.takeBy(session.user.userId)) {
        session.leave()
        throw tooManyRequests(1)
      }
      if (!place.subscribe()) {
        session?.leave()
        throw tooManyRequests(1)
      }
      return { place, session }
    } catch (error) {
      place.leave()
      throw error instanceof Refusal ? error : cannotNow()
    }
  }

  function outletOf(response: ServerResponse, end: (last: string) => void): Outlet {
    const consumer = { isBusy: () => response.writableLength > 0, giveUp: () => void response.destroy() }
    response.once('close', () => slowConsumers.forget(consumer))
    return {
      isBusy: consumer.isBusy,
      send(update) {
        if (!response.headersSent) response.writeHead(200, headers)
        response.write(update.event())
      },
      complete: () => end(completed),
      fail(errors) {
        if (response.headersSent) return end(`${createUpdate(JSON.stringify({ errors })).event().toString()}${completed}`)
        const limited = errors.some(({ extensions }) => extensions?.['code'] === 'RATE_LIMITED')
        sendJson(response, limited ? 429 : 400, { errors })
      },
      whenFree: (resume) => slowConsumers.hold(consumer, resume),
    }
  }

  return {
    async begin(asked) {
      const { request, response, client, payload } = asked
      if (isForeign({ origin: request.headers.origin, host: client.host }, allowedOrigins)) throw new Refusal(403, forbidden())
      const end = (last: string) => {
        if (!response.headersSent) response.writeHead(200, headers)
        response.end(last)
      }
      const { place, session } = await enter(asked, () => {
        const { message, extensions } = unauthenticated()
        end(`${createUpdate(JSON.stringify({ errors: [{ message, extensions }] })).event().toString()}${completed}`)
      })
      const view = session === null ? `stream:${streams++}` : `session:${session.user.sessionId}`
      const viewer = {
        view,
        caller: async () => ({ identity: session && (await session.identity()), address: client.address, userAgent: client.userAgent }),
      }
      const leave = () => {
        open.get(response)?.leave()
        open.delete(response)
        session?.leave()
        place.unsubscribe()
        place.leave()
      }
      if (response.destroyed) return leave()
      response.once('close', leave)
      open.set(response, begin(options, payload, { viewer, address: client.address, place }, outletOf(response, end)))
    },
    renew() {
      for (const running of open.values()) running.renew()
    },
    stop() {
      clearInterval(timer)
      for (const response of open.keys()) response.destroy()
    },
  }
}
