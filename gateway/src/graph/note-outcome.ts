import type { ApolloServerPlugin } from '@apollo/server'
import { loggedName } from '../http/log-request.js'
import type { RequestContext } from '../request-context.js'

/** Tells the request's log line what was asked and what came of it. Neither variables nor values are noted. */
export function noteOutcome(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { outcome } }) {
          if (operation === undefined) return
          outcome.operation = { kind: operation.operation, name: loggedName(operation.name?.value) }
        },
        async willSendResponse({ response, contextValue: { outcome } }) {
          if (response.body.kind !== 'single') return
          const { singleResult } = response.body
          outcome.codes = [...new Set(singleResult.errors?.map(({ extensions }) => String(extensions?.['code'])) ?? [])]
          // What the executor found wrong with a subgraph's values is not for clients.
          delete singleResult.extensions
        },
      }
    },
  }
}
