/* oxlint-disable unicorn/prefer-add-event-listener -- sockets of other makers need not have more than this. */
import { GraphError, errorOf } from '../graph-error.js'
import { isOurMistake } from './close-codes.js'
import type { Result, Subscription, Transport } from './transport.js'

/** As much of the browser's WebSocket as is needed; the one of the package `ws` has it too. */
export interface SocketLike {
  readonly readyState: number
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
  send(text: string): void
  close(code?: number, reason?: string): void
}
export type SocketConstructor = new (url: string, protocol: string) => SocketLike

export interface SocketOptions {
  readonly url: string
  readonly WebSocket: SocketConstructor
  readonly token: () => string | null
  readonly onUp: () => void
  /** Called when the socket did not come up. */
  readonly onRefused: () => void
  readonly times?: Partial<SocketTimes> | undefined
}

export interface SocketTimes {
  readonly beatMs: number
  /** A socket that is not up by then does not come up. */
  readonly connectMs: number
  /** After so long a silence we ask whether somebody is there … */
  readonly silenceMs: number
  /** … and wait so long for the answer. */
  readonly answerMs: number
  /** A socket that nobody needs is kept for a moment: the next watch is often near. */
  readonly idleMs: number
}

const defaultTimes: SocketTimes = { beatMs: 2_000, connectMs: 8_000, silenceMs: 8_000, answerMs: 4_000, idleMs: 1_000 }

type Message =
  | { readonly type: 'connection_ack' | 'ping' | 'pong' }
  | { readonly type: 'next'; readonly id: string; readonly payload: Result }
  | { readonly type: 'error'; readonly id: string; readonly payload: unknown }
  | { readonly type: 'complete'; readonly id: string }

/** All subscriptions of a client on one WebSocket, in graphql-transport-ws. */
export function createSocketTransport({ url, WebSocket, token, onUp, onRefused, times }: SocketOptions): Transport {
  const { beatMs, connectMs, silenceMs, answerMs, idleMs } = { ...defaultTimes, ...times }
  const running = new Map<string, Subscription>()
  /** For each ping under way the id that its pong sets free: until then frames of the subscription that we ended may come. */
  let pings: { readonly sentAt: number; readonly frees: string | null }[] = []
  let socket: SocketLike | null = null
  let isReady = false
  let heardAt = 0
  let beating: ReturnType<typeof setInterval> | undefined
  let idling: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    heardAt = Date.now()
    let opened: SocketLike
    try {
      opened = new WebSocket(url, 'graphql-transport-ws')
    } catch {
      // A page may not open this one at all.
      setTimeout(() => lose(1006, ''))
      return
    }
    socket = opened
    opened.onopen = () => {
      if (opened !== socket) return
      const shown = token()
      send({ type: 'connection_init', ...(shown !== null && { payload: { authorization: `Bearer ${shown}` } }) })
    }
    opened.onmessage = ({ data }: { data: unknown }) => {
      if (opened === socket) read(String(data))
    }
    opened.onclose = ({ code, reason }: { code: number; reason: string }) => {
      if (opened === socket) lose(code, reason)
    }
    // What follows is a close, which says more.
    opened.onerror = () => undefined
    beating = setInterval(beat, beatMs)
  }

  /** A link can be dead without a word. Pages in the background are given few beats: only an answer that did not come counts. */
  function beat(): void {
    const now = Date.now()
    const unanswered = pings[0]
    if (!isReady) {
      if (now - heardAt >= connectMs) giveUp()
    } else if (unanswered === undefined) {
      if (now - heardAt >= silenceMs) ping(null)
    } else if (now - Math.max(heardAt, unanswered.sentAt) >= answerMs) giveUp()
  }

  function ping(frees: string | null): void {
    pings.push({ sentAt: Date.now(), frees })
    send({ type: 'ping' })
  }

  function read(text: string): void {
    let message: Message
    try {
      message = JSON.parse(text)
    } catch {
      // Whoever talks there, it is not the graph.
      return giveUp()
    }
    hear(message)
  }

  function hear(message: Message): void {
    heardAt = Date.now()
    switch (message.type) {
      case 'connection_ack':
        isReady = true
        onUp()
        for (const [id, subscription] of running) subscribe(id, subscription)
        return
      case 'ping':
        return send({ type: 'pong' })
      case 'pong':
        return void pings.shift()
      case 'next':
        return running.get(message.id)?.next(message.payload)
      case 'error':
        return end(message.id)?.failed(errorOf(message.payload) ?? new GraphError({ code: 'INTERNAL', message: 'The graph refused to subscribe.' }))
      case 'complete':
        return end(message.id)?.completed()
    }
  }

  function end(id: string): Subscription | undefined {
    const subscription = running.get(id)
    running.delete(id)
    if (running.size === 0) idling = setTimeout(giveUp, idleMs)
    return subscription
  }

  function subscribe(id: string, { operation, variables }: Subscription): void {
    send({ id, type: 'subscribe', payload: { query: operation.text, operationName: operation.name, variables } })
  }

  function send(message: object): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify(message))
  }

  /** The socket may never say that it is closed: that is not waited for. */
  function giveUp(): void {
    const left = socket
    lose(1000, '')
    left?.close(1000)
  }

  function lose(code: number, reason: string): void {
    const lost = reset()
    const mistake = isOurMistake(code) ? new GraphError({ code: 'BAD_ANSWER', message: `The socket was closed: ${code} ${reason}` }) : null
    if (!lost.wasReady && mistake === null && lost.subscriptions.length > 0) onRefused()
    for (const subscription of lost.subscriptions) {
      if (mistake === null) subscription.lost()
      else subscription.failed(mistake)
    }
  }

  function reset(): { readonly wasReady: boolean; readonly subscriptions: readonly Subscription[] } {
    const before = { wasReady: isReady, subscriptions: [...running.values()] }
    clearInterval(beating)
    clearTimeout(idling)
    socket = null
    isReady = false
    pings = []
    running.clear()
    return before
  }

  function isFree(id: string): boolean {
    return !running.has(id) && !pings.some(({ frees }) => frees === id)
  }

  return {
    start(subscription) {
      clearTimeout(idling)
      let id = subscription.id
      for (let count = 2; !isFree(id); count++) id = `${subscription.id}-${count}`
      running.set(id, subscription)
      if (socket === null) open()
      else if (isReady) subscribe(id, subscription)
      return () => {
        if (running.get(id) !== subscription) return
        if (isReady) {
          send({ id, type: 'complete' })
          ping(id)
        }
        end(id)
      }
    },
    renew() {
      const left = socket
      const { subscriptions } = reset()
      left?.close(1000)
      for (const subscription of subscriptions) subscription.renewed()
    },
  }
}
