import type { ApolloServerPlugin } from '@apollo/server'
import { forbidden } from '@mov-ticket/service-kit'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { RequestContext } from '../request-context.js'

/** Another site's page may not act in the name of whoever is signed in here, even where the browser sent the cookie. */
export function refuseForeignMutations(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { credential, foreignOrigin } }) {
          const isMutation = operation?.operation === OperationTypeNode.MUTATION
          if (!isMutation || credential !== 'cookie' || !foreignOrigin) return
          const { message, extensions } = forbidden()
          throw new GraphQLError(message, { extensions: { ...extensions, http: { status: 403 } } })
        },
      }
    },
  }
}
