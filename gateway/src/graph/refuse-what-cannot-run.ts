import type { ApolloServerPlugin } from '@apollo/server'
import { badUserInput } from '@mov-ticket/service-kit'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { RequestContext } from '../request-context.js'

/** What @apollo/gateway would answer with an exception. */
export function refuseWhatCannotRun(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, request }) {
          if (operation === undefined) {
            const asked = request.operationName
            throw refusal(asked === undefined ? 'Say in `operationName` which operation to run.' : 'No operation has the name in `operationName`.')
          }
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw refusal('A subscription is not answered in one piece: ask over WebSocket (graphql-transport-ws) or with `Accept: text/event-stream`.')
        },
      }
    },
  }
}

function refusal(message: string): GraphQLError {
  const { extensions } = badUserInput(message)
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } })
}
