import { copy } from '../engine/data/merge.js'
import { isJsonObject } from '../engine/data/json.js'
import type { SubgraphClient, SubgraphRequest } from '../subgraphs/subgraph-client.js'
import { createInFlightTasks } from './in-flight-tasks.js'
import type { InFlightTasks } from './in-flight-tasks.js'

type SubgraphReply = Awaited<ReturnType<SubgraphClient['ask']>>
export type RequestsInFlight = InFlightTasks<SubgraphReply>

export function createRequestsInFlight(): RequestsInFlight {
  return createInFlightTasks<SubgraphReply>(copyOf)
}

/** Asks once what the same caller asks several times at once, where a request says that it may be so. */
export function shareSubgraphRequests(name: string, client: Pick<SubgraphClient, 'ask'>, inFlight: RequestsInFlight): Pick<SubgraphClient, 'ask'> {
  return {
    async ask(request) {
      const { signal, mayShare = false } = request
      if (!mayShare || signal === undefined) return client.ask(request)
      let isOwn = false
      const reply = await inFlight.run(keyOf(name, request), signal, (shared) => {
        isOwn = true
        return client.ask({ ...request, signal: shared })
      })
      // What becomes of a browser's cookie is told to the one that asked, and to nobody else.
      return isOwn || reply.sessionHeader === null ? reply : client.ask(request)
    },
  }
}

/** All that a subgraph gets to know of a request, but for the ids in the log. */
function keyOf(name: string, { body, caller: { identity, address, userAgent } }: SubgraphRequest): string {
  const who = identity === null ? null : [identity.userId, identity.sessionId, identity.role]
  return JSON.stringify([name, who, address, userAgent]) + body
}

/** Executions go on with what they got: none may see what another makes of it. */
function copyOf({ data, ...reply }: SubgraphReply): SubgraphReply {
  const copied = copy(data)
  return { ...reply, data: isJsonObject(copied) ? copied : null }
}
