import { rateLimited, unavailable } from '@mov-ticket/service-kit'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { Client } from '../../http/client.js'
import type { Registry } from '../../persisted/registry.js'
import { bearerToken } from '../../sessions/credential.js'
import type { Credential } from '../../sessions/credential.js'
import { begin } from '../begin.js'
import type { BeginOptions, Running } from '../begin.js'
import type { Place } from '../connection-limits.js'
import type { Viewer } from '../feed/feed.js'
import type { Outlet } from '../feed/outlet.js'
import type { LiveSession, LiveSessions } from '../live-sessions.js'
import { readRequest } from '../operations/documents.js'
import type { SlowConsumers } from '../slow-consumers.js'
import { viewerOf } from '../viewer-of.js'
import { closeCodes, subscriberExists } from './close-codes.js'
import type { CloseReason } from './close-codes.js'
import { parseMessage } from './messages.js'
import type { ClientMessage } from './messages.js'

export interface ConnectionOptions extends BeginOptions {
  /** Null: everything may be run. */
  readonly registry: Registry | null
  readonly liveSessions: LiveSessions
  readonly slowConsumers: SlowConsumers
}

/** One WebSocket that speaks graphql-transport-ws. */
export interface Connection {
  /** Asks whether it is there. Cuts it off where it said nothing since it was last asked. */
  beat(): void
  renew(): void
  close(reason: CloseReason): void
  readonly whenClosed: Promise<void>
}

const INITIALISATION_MS = 3_000
const MESSAGES_PER_SECOND = 200
/** What a client may have us answer while it does not read. Updates are not counted: none is sent behind another. */
const MAX_UNREAD_BYTES = 262_144

export function createConnection(
  options: ConnectionOptions,
  { name, socket, tcp, client, credential, place }: {
    /** Unique in this process. */
    readonly name: string
    readonly socket: WebSocket
    /** Under the socket: whole frames may be written to it. */
    readonly tcp: Duplex
    readonly client: Client
    /** What the upgrade request showed. */
    readonly credential: Credential | null
    readonly place: Place
  },
): Connection {
  const { registry, liveSessions, slowConsumers, logger } = options
  const running = new Map<string, Running>()
  let isInitialised = false
  let isAlive = true
  let session: LiveSession | null = null
  /** Known once the client was acknowledged. */
  let viewer: Viewer | null = null
  let messages = 0
  let countedSince = 0
  let unread = 0

  const consumer = { isBusy: () => tcp.writableLength > 0, giveUp: () => close(closeCodes.fellBehind) }
  const initialisation = setTimeout(() => close(closeCodes.initialisationTimeout), INITIALISATION_MS)

  /** `ws` gives a message in one piece unless it is told to do otherwise. */
  function receive(data: Buffer, isBinary: boolean): void {
    isAlive = true
    if (!isWelcome()) return
    const message = isBinary ? null : parseMessage(data.toString())
    if (message === null) return close(closeCodes.badRequest)
    try {
      act(message)
    } catch (err) {
      logger.error({ err }, 'a message could not be handled')
      close(closeCodes.internalError)
    }
  }

  /** Who floods is not served. */
  function isWelcome(): boolean {
    if (socket.readyState !== socket.OPEN) return false
    const now = performance.now()
    if (now - countedSince > 1_000) {
      countedSince = now
      messages = 0
    }
    messages += 1
    if (messages <= MESSAGES_PER_SECOND) return true
    close(closeCodes.tooManyMessages)
    return false
  }

  /** Nothing comes after a close frame, and little behind what is not read: one answer, or small ones. */
  function mayWrite(bytes: number): boolean {
    if (socket.readyState !== socket.OPEN) return false
    if (!consumer.isBusy()) {
      unread = 0
      return true
    }
    if (unread === 0) slowConsumers.hold(consumer, () => {})
    unread += bytes
    if (unread === bytes || unread <= MAX_UNREAD_BYTES) return true
    close(closeCodes.fellBehind)
    return false
  }

  function act(message: ClientMessage): void {
    switch (message.type) {
      case 'connection_init':
        if (isInitialised) return close(closeCodes.tooManyInitialisations)
        isInitialised = true
        clearTimeout(initialisation)
        return void initialise(message.payload)
      case 'ping':
        return sendText(message.pong)
      case 'subscribe':
        return subscribe(message.id, message.payload)
      case 'complete':
        return stopOperation(message.id)
      case 'pong':
    }
  }

  async function initialise(params: Readonly<Record<string, unknown>>): Promise<void> {
    const token = tokenIn(params) ?? credential?.token ?? null
    try {
      const opened = token === null ? null : await liveSessions.open(token, () => close(closeCodes.sessionEnded))
      if (socket.readyState !== socket.OPEN) return opened?.leave()
      session = opened
    } catch {
      return close(closeCodes.unavailable)
    }
    if (session !== null && !place.takeBy(session.user.userId)) return close(closeCodes.tooManyConnections)
    viewer = viewerOf(session, name, client)
    send({ type: 'connection_ack' })
  }

  function subscribe(id: string, payload: unknown): void {
    if (viewer === null) return close(closeCodes.unauthorized)
    if (running.has(id)) return close(subscriberExists(id))
    if (!place.subscribe()) return send({ id, type: 'error', payload: [rateLimited(1).toJSON()] })
    const read = () => readRequest(registry === null ? payload : registry.admit(payload))
    const operation = begin(options, read, { viewer, address: client.address }, outletOf(id))
    running.set(id, operation)
  }

  function outletOf(id: string): Outlet {
    return {
      isBusy: consumer.isBusy,
      // The protocol has no word for it.
      begun: () => undefined,
      send(update) {
        const frame = update.frame(id)
        if (mayWrite(frame.length)) tcp.write(frame)
      },
      complete() {
        stopOperation(id)
        send({ id, type: 'complete' })
      },
      fail(errors) {
        stopOperation(id)
        send({ id, type: 'error', payload: errors.length > 0 ? errors : [unavailable().toJSON()] })
      },
      whenFree: (resume) => slowConsumers.hold(consumer, resume),
    }
  }

  function stopOperation(id: string): void {
    const operation = running.get(id)
    if (operation === undefined) return
    running.delete(id)
    place.unsubscribe()
    operation.leave()
  }

  function send(message: object): void {
    sendText(JSON.stringify(message))
  }

  function sendText(text: string): void {
    if (mayWrite(Buffer.byteLength(text))) socket.send(text)
  }

  function close([code, reason]: CloseReason): void {
    if (socket.readyState !== socket.OPEN) return
    for (const id of running.keys()) stopOperation(id)
    socket.close(code, reason)
  }

  socket.on('message', receive)
  socket.on('pong', () => {
    isAlive = true
    isWelcome()
  })
  socket.on('ping', (data: Buffer) => {
    isAlive = true
    if (isWelcome() && mayWrite(data.length)) socket.pong(data)
  })
  const whenClosed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearTimeout(initialisation)
      slowConsumers.forget(consumer)
      for (const id of running.keys()) stopOperation(id)
      session?.leave()
      place.leave()
      resolve()
    })
  })

  return {
    whenClosed,
    close,
    beat() {
      if (!isAlive) return socket.terminate()
      isAlive = false
      if (socket.readyState === socket.OPEN) socket.ping()
    },
    renew() {
      for (const operation of running.values()) operation.renew()
    },
  }
}

/** `{"authorization": "Bearer …"}`, as in the header. What is there but no bearer token is as good as a token that nobody knows. */
function tokenIn(params: Readonly<Record<string, unknown>>): string | null {
  const [, value] = Object.entries(params).find(([name]) => name.toLowerCase() === 'authorization') ?? []
  if (value == null) return null
  return (typeof value === 'string' ? bearerToken(value) : null) ?? ''
}
