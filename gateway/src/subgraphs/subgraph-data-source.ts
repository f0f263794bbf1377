import type { GraphQLDataSource } from '@apollo/gateway'
import { internal, unavailable } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import type { RequestContext } from '../request-context.js'
import { failedFetch } from './failed-fetch.js'
import { parseSessionNotice } from './session-notice.js'
import { publicErrorOf } from './subgraph-answer.js'
import { SubgraphUnavailable } from './subgraph-client.js'
import type { SubgraphClient } from './subgraph-client.js'

export interface SubgraphDataSourceOptions {
  readonly name: string
  readonly client: SubgraphClient
  /** Only auth may say what becomes of the browser's cookie. */
  readonly mayNoticeSessions: boolean
  readonly logger: Logger
}

/** One subgraph, as the executor sees it. It never rejects: what went wrong is in `errors`, fit for clients. */
export function createSubgraphDataSource(options: SubgraphDataSourceOptions): GraphQLDataSource<RequestContext> {
  const { name, client, mayNoticeSessions, logger } = options
  return {
    async process(asked) {
      if (!('incomingRequestContext' in asked)) throw new Error('Only operations are for subgraphs.')
      const { request, context } = asked
      const { caller, correlation, signal, outcome } = context
      const { query = '', variables = {}, operationName } = request
      try {
        const answer = await client.ask({
          body: { query, variables, ...(operationName !== undefined && { operationName }) },
          caller,
          correlation,
          signal,
        })
        if (mayNoticeSessions) outcome.sessionNotice = parseSessionNotice(answer.sessionHeader) ?? outcome.sessionNotice
        const errors = answer.errors?.map((error) => {
          const shown = publicErrorOf(error)
          if (shown.extensions?.['code'] === 'INTERNAL') logger.error({ subgraph: name, error }, 'a subgraph failed')
          return shown
        })
        return { data: answer.data ?? null, ...(errors !== undefined && { errors }) }
      } catch (err) {
        if (!signal.aborted) logger.error({ err, subgraph: name }, 'a subgraph could not be asked')
        return { data: null, errors: failedFetch({ query, variables }, faultOf(err)) }
      }
    },
  }
}

function faultOf(error: unknown) {
  return error instanceof SubgraphUnavailable ? unavailable() : internal()
}

