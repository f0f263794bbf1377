import { ApolloServer } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'
import type { Logger } from 'pino'
import { maskError } from './mask-error.js'

export interface GraphqlServerOptions {
  /** The text of the subgraph's schema.graphql. */
  readonly typeDefs: string
  /** Types to fields to resolvers; generated types fit. */
  readonly resolvers: object
  readonly logger: Logger
}

type ResolverMap = NonNullable<Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers']>

/** Apollo Server without anything that is for browsers or strangers: a subgraph is internal. */
export async function createGraphqlServer<C extends object>(options: GraphqlServerOptions): Promise<ApolloServer<C>> {
  const { logger } = options
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Generated resolver types have no index signature.
  const resolvers = options.resolvers as ResolverMap
  const schema = buildSubgraphSchema({ typeDefs: parse(options.typeDefs), resolvers })
  const server = new ApolloServer<C>({
    schema,
    logger,
    introspection: false,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => maskError(formatted, error, logger),
  })
  await server.start()
  return server
}
