import { unauthenticated } from '@mov-ticket/service-kit'
import type { GraphQLFormattedError } from 'graphql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Client } from '../../http/client.js'
import { Refusal, badRequest, cannotNow, tooManyRequests } from '../../http/refusal.js'
import type { Credential } from '../../sessions/credential.js'
import { begin } from '../begin.js'
import type { BeginOptions, Running } from '../begin.js'
import type { ConnectionLimits, Place } from '../connection-limits.js'
import type { Outlet } from '../feed/outlet.js'
import type { LiveSession, LiveSessions } from '../live-sessions.js'
import { readRequest } from '../operations/documents.js'
import type { Consumer, SlowConsumers } from '../slow-consumers.js'
import { viewerOf } from '../viewer-of.js'
import { createEventWriter } from './event-writer.js'
import type { EventWriter } from './event-writer.js'
import { refuseWhatNoStreamMayDo } from './refuse-what-no-stream-may-do.js'

export interface EventStreamsOptions extends BeginOptions {
  readonly liveSessions: LiveSessions
  readonly slowConsumers: SlowConsumers
  readonly connectionLimits: ConnectionLimits
  readonly allowedOrigins: readonly string[]
  /** How often a stream without news gets a comment. */
  readonly beatEveryMs: number
}

export interface StreamRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly client: Client
  readonly credential: Credential | null
  /** The body, parsed, or what a GET has instead; registered where only that may be run. */
  readonly payload: unknown
}

/** GraphQL over server-sent events, one connection per operation: https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md */
export interface EventStreams {
  /** Rejects with a Refusal where no stream was begun. */
  begin(asked: StreamRequest): Promise<void>
  renew(): void
  /** How many there are. */
  readonly size: number
  /** Ends all without a word, so that clients come again elsewhere. */
  stop(): void
}

export function createEventStreams(options: EventStreamsOptions): EventStreams {
  const { documents, liveSessions, slowConsumers, connectionLimits, allowedOrigins } = options
  const open = new Map<ServerResponse, { readonly beat: () => void; readonly running: Running }>()
  let count = 0
  let isStopping = false
  const timer = setInterval(() => {
    for (const { beat } of open.values()) beat()
  }, options.beatEveryMs)

  async function enter({ client, credential }: StreamRequest, onEnd: () => void): Promise<{ place: Place; session: LiveSession | null }> {
    const place = connectionLimits.enter(client.address)
    if (place === null) throw tooManyRequests(1)
    try {
      const session = credential && (await liveSessions.open(credential.token, onEnd))
      if ((session !== null && !place.takeBy(session.user.userId)) || !place.subscribe()) {
        session?.leave()
        throw tooManyRequests(1)
      }
      return { place, session }
    } catch (error) {
      place.leave()
      throw error instanceof Refusal ? error : cannotNow()
    }
  }

  function outletOf(writer: EventWriter, consumer: Consumer): Outlet {
    return {
      isBusy: () => writer.isBusy(),
      begun: () => writer.begin(),
      send: (update) => writer.next(update),
      complete: () => writer.complete(),
      fail: (errors) => writer.fail(errors),
      whenFree: (resume) => slowConsumers.hold(consumer, resume),
    }
  }

  /** Nothing is written behind what was not read yet. Where that is so for too long, the client is gone. */
  function comment(writer: EventWriter, consumer: Consumer): void {
    if (writer.isBusy()) slowConsumers.hold(consumer, () => undefined)
    else writer.beat()
  }

  return {
    async begin(asked) {
      const { response, client, payload } = asked
      refuseWhatNoStreamMayDo(asked, documents, allowedOrigins)
      if (isStopping) throw cannotNow()
      // Neither would it be written to before its turn, nor would it hear that its connection has closed.
      if (response.socket === null) throw badRequest(400, 'A stream can\'t wait behind another request of its connection.')
      const writer = createEventWriter(response)
      const { place, session } = await enter(asked, () => writer.end([sessionEnded()]))
      const consumer = { isBusy: () => writer.isBusy(), giveUp: () => void response.destroy() }
      const leave = () => {
        open.get(response)?.running.leave()
        open.delete(response)
        slowConsumers.forget(consumer)
        session?.leave()
        place.unsubscribe()
        place.leave()
      }
      // What happened while we waited for auth is not heard any more.
      if (isStopping) response.destroy()
      if (response.destroyed) return leave()
      response.once('close', leave)
      if (response.writableEnded) return
      const subscriber = { viewer: viewerOf(session, `stream:${count++}`, client), address: client.address }
      const running = begin(options, () => readRequest(payload), subscriber, outletOf(writer, consumer))
      open.set(response, { beat: () => comment(writer, consumer), running })
    },
    renew() {
      for (const { running } of open.values()) running.renew()
    },
    get size() {
      return open.size
    },
    stop() {
      isStopping = true
      clearInterval(timer)
      for (const response of open.keys()) response.destroy()
    },
  }
}

function sessionEnded(): GraphQLFormattedError {
  const { message, extensions } = unauthenticated()
  return { message, extensions }
}
