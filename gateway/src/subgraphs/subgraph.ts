import { internal, unavailable } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import type { Fault, SubgraphReply } from '../engine/execution.js'
import type { RequestContext } from '../request-context.js'
import { parseSessionNotice } from './session-notice.js'
import { publicErrorOf } from './subgraph-answer.js'
import { SubgraphUnavailable } from './subgraph-client.js'
import type { SubgraphClient } from './subgraph-client.js'

export interface SubgraphOptions {
  readonly name: string
  readonly client: Pick<SubgraphClient, 'ask'>
  /** Only auth may say what becomes of the browser's cookie. */
  readonly mayNoticeSessions: boolean
  readonly logger: Logger
}

/** One subgraph, as executors see it. */
export interface Subgraph {
  /**
   * Never rejects: what went wrong is in the reply, fit for clients.
   * @param mayShare whether the reply may be one that the same caller asked for just before. Default: no.
   */
  ask(body: string, context: RequestContext, mayShare?: boolean): Promise<SubgraphReply>
}

export function createSubgraph({ name, client, mayNoticeSessions, logger }: SubgraphOptions): Subgraph {
  return {
    async ask(body, { caller, correlation, signal, outcome }, mayShare = false) {
      try {
        const answer = await client.ask({ body, caller, correlation, signal, mayShare })
        if (mayNoticeSessions) outcome.sessionNotice = parseSessionNotice(answer.sessionHeader) ?? outcome.sessionNotice
        const errors = (answer.errors ?? []).map((error) => {
          const shown = publicErrorOf(error)
          if (shown.extensions?.['code'] === 'INTERNAL') logger.error({ subgraph: name, error }, 'a subgraph failed')
          return shown
        })
        return { kind: 'answer', data: answer.data ?? null, errors }
      } catch (err) {
        if (!isGone(signal)) logger.error({ err, subgraph: name }, 'a subgraph could not be asked')
        return { kind: 'failure', fault: faultOf(err) }
      }
    },
  }
}

/** Nobody waits for the answer any more; else it is the operation's time that is up. */
function isGone({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof SubgraphUnavailable)
}

function faultOf(error: unknown): Fault {
  return error instanceof SubgraphUnavailable ? unavailable() : internal()
}
