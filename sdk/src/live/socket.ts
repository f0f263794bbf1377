import { GraphError, errorOf } from '../graph-error.js'
import type { Result, Subscription, Transport } from './transport.js'

/** As much of the browser's WebSocket as is needed; the one of the package `ws` has it too. */
export interface SocketLike {
  readonly readyState: number
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason: string }) => void): void
  send(text: string): void
  close(code?: number, reason?: string): void
}
export type SocketConstructor = new (url: string, protocol: string) => SocketLike

export interface SocketOptions {
  readonly url: string
  readonly WebSocket: SocketConstructor
  readonly token: () => string | null
  /** Called when the graph did not let the socket come up. */
  readonly onRefused: () => void
}

type Message =
  | { readonly type: 'connection_ack' | 'ping' | 'pong' }
  | { readonly type: 'next'; readonly id: string; readonly payload: Result }
  | { readonly type: 'error'; readonly id: string; readonly payload: unknown }
  | { readonly type: 'complete'; readonly id: string }

/** Nothing heard for two of them: the link is dead, whatever the socket says. */
const PING_EVERY_MS = 12_000
/** A socket that nobody needs is kept for a moment: the next watch is often near. */
const IDLE_MS = 3_000
/** The gateway calls these a client's mistake; to come again would only repeat it. */
const isOurMistake = (code: number) => code === 1009 || (code >= 4400 && code <= 4409) || code === 4429

/** All subscriptions of a client on one WebSocket, in graphql-transport-ws. */
export function createSocketTransport({ url, WebSocket, token, onRefused }: SocketOptions): Transport {
  const running = new Map<string, Subscription>()
  let socket: SocketLike | null = null
  let isReady = false
  let isAlive = true
  let pinging: ReturnType<typeof setInterval> | undefined
  let idling: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    const opened = new WebSocket(url, 'graphql-transport-ws')
    socket = opened
    isAlive = true
    opened.addEventListener('open', () => {
      const shown = token()
      send({ type: 'connection_init', ...(shown !== null && { payload: { authorization: `Bearer ${shown}` } }) })
    })
    opened.addEventListener('message', ({ data }) => {
      if (opened === socket) hear(JSON.parse(String(data)))
    })
    opened.addEventListener('close', ({ code, reason }) => {
      if (opened === socket) lose(code, reason)
    })
    // What follows is a close, which says more.
    opened.addEventListener('error', () => undefined)
    pinging = setInterval(beat, PING_EVERY_MS)
  }

  function beat(): void {
    if (!isAlive) return drop()
    isAlive = false
    if (isReady) send({ type: 'ping' })
  }

  function hear(message: Message): void {
    isAlive = true
    switch (message.type) {
      case 'connection_ack':
        isReady = true
        for (const [id, subscription] of running) subscribe(id, subscription)
        return
      case 'ping':
        return send({ type: 'pong' })
      case 'next':
        return running.get(message.id)?.next(message.payload)
      case 'error':
        return end(message.id)?.failed(errorOf(message.payload) ?? new GraphError({ code: 'INTERNAL', message: 'The graph refused to subscribe.' }))
      case 'complete':
        return end(message.id)?.completed()
      case 'pong':
    }
  }

  function end(id: string): Subscription | undefined {
    const subscription = running.get(id)
    running.delete(id)
    if (running.size === 0) idling = setTimeout(() => drop(), IDLE_MS)
    return subscription
  }

  function subscribe(id: string, { operation, variables }: Subscription): void {
    send({ id, type: 'subscribe', payload: { query: operation.text, operationName: operation.name, variables } })
  }

  function send(message: object): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify(message))
  }

  /** The socket may never say that it is closed: it is not waited for. */
  function drop(): void {
    const dropped = socket
    lose(1000, '')
    dropped?.close(1000)
  }

  function lose(code: number, reason: string): void {
    clearInterval(pinging)
    clearTimeout(idling)
    socket = null
    const wasReady = isReady
    isReady = false
    const lost = [...running.values()]
    running.clear()
    const mistake = isOurMistake(code) ? new GraphError({ code: 'BAD_ANSWER', message: `The socket was closed: ${code} ${reason}` }) : undefined
    if (!wasReady && mistake === undefined && lost.length > 0) onRefused()
    for (const subscription of lost) {
      if (mistake === undefined) subscription.lost()
      else subscription.failed(mistake)
    }
  }

  return {
    start(subscription) {
      clearTimeout(idling)
      let id = subscription.id
      for (let count = 2; running.has(id); count++) id = `${subscription.id}-${count}`
      running.set(id, subscription)
      if (socket === null) open()
      else if (isReady) subscribe(id, subscription)
      return () => {
        if (running.get(id) !== subscription) return
        send({ id, type: 'complete' })
        end(id)
      }
    },
    renew: drop,
  }
}
