import { createClock } from './clock.js'
import type { ServerClock } from './clock.js'
import type { Methods } from './generated/methods.js'
import { createHashes } from './hashes.js'
import { request } from './http.js'
import type { HttpOptions, RequestOptions } from './http.js'
import { createEventsTransport } from './live/events.js'
import { createFallback } from './live/fallback.js'
import { orderWatch } from './live/order-watch.js'
import type { LiveOrder } from './live/order-watch.js'
import { seatMapWatch } from './live/seat-map.js'
import type { LiveSeatMap } from './live/seat-map.js'
import { createSocketTransport } from './live/socket.js'
import type { SocketConstructor } from './live/socket.js'
import type { WatchCall } from './live/watch-call.js'
import { methodsOf } from './methods.js'
import type { Operation } from './operation.js'
import { betweenRequests } from './pause.js'

export interface ClientOptions {
  /** Such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string
  /** The session's token, until this client signs in or out; or what gives the one of the moment. Default: none. */
  readonly token?: string | (() => string | null) | undefined
  /** In browsers: the session is a cookie, and no script sees the token. Default false. */
  readonly cookies?: boolean | undefined
  /** Default: the global one. */
  readonly fetch?: typeof fetch | undefined
  /** Default: the global one; null: none, watches use server-sent events. On Node 20 there is no global one: give `ws`'s, or do without. */
  readonly webSocket?: SocketConstructor | null | undefined
  /** How long one try of a request may take. Default 15,000. */
  readonly timeoutMs?: number | undefined
  /** How often it is tried again, where that can do no harm. Default 4. */
  readonly retries?: number | undefined
  /** Pauses between tries begin at 200 ms and double, up to this. Default 10,000. */
  readonly pauseMs?: number | undefined
  /**
   * Requests name an operation by the hash of its text, and bring the text only where the graph asks for it: less to send, to a
   * gateway that runs registered operations (`PERSISTED_ONLY`) or remembers those it saw (automatic persisted queries). To
   * any other texts are sent, from the second request on. Watches always send theirs. Default false.
   */
  readonly hashes?: boolean | undefined
}

/** The parts that every client has. With them alone only the operations that you name are in your bundle. */
export interface CoreClient {
  /** Rejects with GraphError, or with the signal's reason. */
  request<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, options?: RequestOptions): Promise<Data>
  /** Your own order, live. */
  readonly orders: { readonly watch: WatchCall<LiveOrder> }
  readonly clock: ServerClock
  /** Watches begin again as whoever is signed in now; signing in and out through this client does it by itself. */
  renew(): void
}

export interface Client extends CoreClient, Omit<Methods, 'seatMap'> {
  /** The seat map as it is now; `seatMap.watch`: and from now on. */
  readonly seatMap: Methods['seatMap'] & { readonly watch: WatchCall<LiveSeatMap> }
}

/** Operations after which somebody else may be signed in. */
const switching: ReadonlySet<string> = new Set(['SignUp', 'SignIn', 'SignOut', 'SignOutEverywhere', 'ChangePassword'])

export function createCoreClient(options: ClientOptions): CoreClient & { readonly watchSeatMap: WatchCall<LiveSeatMap> } {
  const { url, cookies = false, token: given } = options
  let ownToken = typeof given === 'string' ? given : null
  const token = () => (typeof given === 'function' ? given() : ownToken)
  const clock = createClock()
  const fetchIt = options.fetch ?? ((...asked: Parameters<typeof fetch>) => globalThis.fetch(...asked))
  const http: HttpOptions = { url, cookies, token, clock, fetch: fetchIt, timeoutMs: options.timeoutMs ?? 15_000, retries: options.retries ?? 4, pauseMs: options.pauseMs ?? betweenRequests.mostMs, hashes: options.hashes === true ? createHashes() : null }

  const WebSocket: SocketConstructor | null | undefined = options.webSocket === undefined ? globalThis.WebSocket : options.webSocket
  const socket = WebSocket == null ? null : createSocketTransport({ url: url.replace(/^http/, 'ws'), WebSocket, token, onUp: () => fallback.up(), onRefused: () => fallback.refused() })
  const fallback = createFallback(socket, createEventsTransport({ url, cookies, token, fetch: fetchIt }))
  const { transport } = fallback

  return {
    async request(operation, variables, requestOptions) {
      const data = await request(http, operation, variables, requestOptions)
      if (switching.has(operation.name)) {
        if (!cookies) ownToken = tokenIn(data, operation.rootField)
        transport.renew()
      }
      return data
    },
    watchSeatMap: seatMapWatch(transport),
    orders: { watch: orderWatch(transport, clock) },
    clock: { now: () => clock.now() },
    renew: () => transport.renew(),
  }

  function tokenIn(data: unknown, rootField: string): string | null {
    const result: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, rootField) : null
    if (typeof result === 'object' && result !== null) return 'token' in result ? String(result.token) : ownToken
    return rootField === 'changePassword' ? ownToken : null
  }
}

/** Every operation as a method, and live seat maps and orders. */
export function createClient(options: ClientOptions): Client {
  const core = createCoreClient(options)
  const methods = methodsOf((operation, variables, requestOptions) => core.request(operation, variables, requestOptions))
  return { ...core, ...methods, seatMap: Object.assign(methods.seatMap, { watch: core.watchSeatMap }) }
}
