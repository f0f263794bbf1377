import type { GraphQLDataSource } from '@apollo/gateway'
import type { RequestContext } from '../request-context.js'
import { failedFetch } from './failed-fetch.js'
import type { Subgraph } from './subgraph.js'

/** One subgraph, as Apollo's executor sees it. */
export function createSubgraphDataSource(subgraph: Subgraph): GraphQLDataSource<RequestContext> {
  return {
    async process(asked) {
      if (!('incomingRequestContext' in asked)) throw new Error('Only operations are for subgraphs.')
      const { query = '', variables = {}, operationName } = asked.request
      const reply = await subgraph.ask(JSON.stringify({ query, variables, operationName }), asked.context)
      if (reply.kind === 'failure') return { data: null, errors: failedFetch({ query, variables }, reply.fault) }
      const errors = reply.errors.map(({ path, ...error }) => (path === undefined ? error : { ...error, path: path.map(withoutPlannersAlias) }))
      return { data: reply.data, ...(errors.length > 0 && { errors }) }
    },
  }
}

/** The planner renames fields whose selections conflict between types; clients know them by their own name. */
function withoutPlannersAlias(key: string | number): string | number {
  return typeof key === 'string' ? key.replace(/__alias_\d+$/, '') : key
}
