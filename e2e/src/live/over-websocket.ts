import { type FormattedExecutionResult, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { GraphError } from '../client.js'
import type { End, LiveResult, Transport } from './transport.js'

/** graphql-transport-ws, spoken by the client that everybody uses. */
export const overWebSocket: Transport = <T>(
  url: string,
  { query, variables, token }: Parameters<Transport>[1],
  onNext: (result: LiveResult<T>) => void,
) => {
  const sockets: WebSocket[] = []
  let isCut = false
  class KnownSocket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols)
      this.on('error', () => undefined)
      sockets.push(this)
      if (isCut) process.nextTick(() => this.terminate())
    }
  }
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: KnownSocket,
    retryAttempts: 0,
    ...(token !== null && { connectionParams: { authorization: `Bearer ${token}` } }),
  })
  const ended = new Promise<End>((resolve) => {
    client.subscribe<T>(
      { query, variables },
      {
        next: (result) => onNext(resultOf(result)),
        error: (reason) => resolve(endOf(reason)),
        complete: () => resolve({ kind: 'completed' }),
      },
    )
  })
  return {
    ended,
    cut() {
      isCut = true
      for (const socket of sockets) socket.terminate()
    },
  }
}

function resultOf<T>({ data, errors }: FormattedExecutionResult<T, unknown>): LiveResult<T> {
  return { ...(data !== undefined && { data }), ...(errors && { errors: errors.map((error) => ({ ...error, extensions: { ...error.extensions } })) }) }
}

/** An `error` message gives its errors; a lost connection a close event, or what the socket said. */
function endOf(reason: unknown): End {
  if (Array.isArray(reason)) return { kind: 'refused', errors: reason.map((error: GraphError) => error) }
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'number') {
    return { kind: 'lost', code: reason.code, reason: 'reason' in reason ? String(reason.reason) : '' }
  }
  return { kind: 'lost', code: null, reason: reason instanceof Error ? reason.message : String(reason) }
}
