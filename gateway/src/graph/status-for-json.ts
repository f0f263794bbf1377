import type { ApolloServerPlugin } from '@apollo/server'
import type { RequestContext } from '../request-context.js'

/**
 * Who asks for `application/json` by name, and does not know `application/graphql-response+json`, gets 200 also where its
 * document or variables can't be run: in the older media type the status is about HTTP alone, and what is on the way may
 * have put another body in place of one with another status.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function statusForJson(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response: { http }, source }) {
          // Without a document it was no GraphQL request at all.
          if (http.status === 400 && source !== undefined && wantsPlainJson(request.http?.headers.get('accept'))) http.status = 200
        },
      }
    },
  }
}

export function wantsPlainJson(accept = ''): boolean {
  return /\bapplication\/json\b/i.test(accept) && !/\bapplication\/graphql-response\+json\b/i.test(accept)
}
