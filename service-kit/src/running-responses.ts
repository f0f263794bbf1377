import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Responses that are not ended, by connection. */
export interface RunningResponses {
  add(response: ServerResponse): void
  [Symbol.iterator](): Iterator<ServerResponse>
}

/** A response that waits for its turn behind another one of its connection (pipelining) never hears that the connection has closed. */
export function createRunningResponses(): RunningResponses {
  const byConnection = new Map<Socket, Set<ServerResponse>>()

  function of(connection: Socket): Set<ServerResponse> {
    const known = byConnection.get(connection)
    if (known !== undefined) return known
    const responses = new Set<ServerResponse>()
    byConnection.set(connection, responses)
    connection.once('close', () => byConnection.delete(connection))
    return responses
  }

  return {
    add(response) {
      const responses = of(response.req.socket)
      responses.add(response)
      response.once('close', () => responses.delete(response))
    },
    *[Symbol.iterator]() {
      for (const responses of byConnection.values()) yield* responses
    },
  }
}
