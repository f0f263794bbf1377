import { SubgraphUnavailable } from '../subgraphs/subgraph-client.js'

export interface Deadline {
  /** Aborted when the time is up or the client is gone. */
  readonly signal: AbortSignal
  /** The operation has ended. */
  end(): void
}

/** Bounds an operation as a whole: its fetches may wait one for another. */
export function createDeadline(client: AbortSignal, ms: number): Deadline {
  const controller = new AbortController()
  const leave = () => controller.abort(client.reason)
  if (client.aborted) leave()
  client.addEventListener('abort', leave, { once: true })
  const timer = setTimeout(() => controller.abort(new SubgraphUnavailable('The operation took too long.')), ms)
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      client.removeEventListener('abort', leave)
    },
  }
}
