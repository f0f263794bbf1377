import { HeaderMap } from '@apollo/server'
import type { ApolloServerPlugin } from '@apollo/server'
import { rateLimited } from '@mov-ticket/service-kit'
import { GraphQLError, OperationTypeNode } from 'graphql'
import type { RequestContext } from '../request-context.js'
import type { RateLimits } from './rate-limits.js'
import { rootFieldsOf } from './root-fields.js'

/** Counts calls of root fields, not requests: a thousand aliased sign-ins are a thousand sign-ins. */
export function limitRates(limits: RateLimits): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, document, contextValue: { caller } }) {
          if (operation === undefined) return
          const count = rootFieldsOf(operation, document)
          const seconds =
            operation.operation === OperationTypeNode.MUTATION
              ? await limits.mutate(caller.identity?.userId ?? null, caller.address, count)
              : await readBeyondTheFirst(count, caller.address)
          if (seconds !== null) throw tooMany(seconds)
        },
      }
    },
  }

  /** The request itself was counted when it came in. */
  async function readBeyondTheFirst(count: number, address: string): Promise<number | null> {
    return count > 1 ? limits.read(address, count - 1) : null
  }
}

function tooMany(seconds: number): GraphQLError {
  const { message, extensions } = rateLimited(seconds)
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(seconds)]]) }
  return new GraphQLError(message, { extensions: { ...extensions, http } })
}
