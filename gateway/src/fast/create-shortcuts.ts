import type { Logger } from '@mov-ticket/service-kit'
import type { GraphQLSchema } from 'graphql'
import type { EngineGatewayOptions } from '../engine/engine-gateway.js'
import type { GatewayEnvironment } from '../environment.js'
import type { RateLimits } from '../limits/rate-limits.js'
import { createInFlightTasks } from '../sharing/in-flight-tasks.js'
import { createRequestsInFlight, shareSubgraphRequests } from '../sharing/share-subgraph-requests.js'
import type { SubgraphClient } from '../subgraphs/subgraph-client.js'
import { createFastPath } from './fast-path.js'
import type { AnswerFast, WrittenAnswer } from './fast-path.js'
import { createKnownOperations } from './known-operations.js'

export interface Shortcuts extends Required<Pick<EngineGatewayOptions, 'onOperation' | 'onMutation'>> {
  /** Null: there is no way past Apollo Server. */
  readonly answerFast: AnswerFast | null
  shareRequests(name: string, client: SubgraphClient): Pick<SubgraphClient, 'ask'>
  useSchema(supergraphSdl: string, schema: GraphQLSchema): void
}

type Switches = Pick<GatewayEnvironment, 'GATEWAY_EXECUTOR' | 'GATEWAY_FAST_PATH' | 'GATEWAY_SHARING' | 'OPERATION_CACHE_BYTES'>

/** What makes the gateway faster than its parts, and changes nothing of what they answer: the fast path, and sharing. */
export function createShortcuts(environment: Switches, rates: RateLimits, logger: Logger): Shortcuts {
  const isSharing = environment.GATEWAY_SHARING === 'on'
  const isFast = environment.GATEWAY_EXECUTOR === 'engine' && environment.GATEWAY_FAST_PATH === 'on'
  const known = createKnownOperations(environment.OPERATION_CACHE_BYTES)
  const requests = createRequestsInFlight()
  const answers = createInFlightTasks<WrittenAnswer>((answer) => answer)
  return {
    answerFast: isFast ? createFastPath({ known, rates, inFlight: isSharing ? answers : null, logger }) : null,
    shareRequests: (name, client) => (isSharing ? shareSubgraphRequests(name, client, requests) : client),
    onOperation: known.learn,
    onMutation() {
      requests.closeAll()
      answers.closeAll()
    },
    useSchema: known.useSchema,
  }
}
