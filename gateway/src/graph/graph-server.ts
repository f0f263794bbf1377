import { ApolloGateway } from '@apollo/gateway'
import type { SupergraphManager } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled'
import { dateTimeScalar } from '@mov-ticket/service-kit'
import type { Logger } from '@mov-ticket/service-kit'
import { isScalarType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { createEngineGateway } from '../engine/engine-gateway.js'
import type { EngineGatewayOptions } from '../engine/engine-gateway.js'
import { limitDocuments } from '../limits/limit-documents.js'
import type { DocumentLimits } from '../limits/limit-documents.js'
import { limitRates } from '../limits/limit-rates.js'
import type { RateLimits } from '../limits/rate-limits.js'
import type { RequestContext } from '../request-context.js'
import { createSubgraphDataSource } from '../subgraphs/subgraph-data-source.js'
import type { Subgraph } from '../subgraphs/subgraph.js'
import { maskError } from './mask-error.js'
import { noteOutcome } from './note-outcome.js'
import { refuseForeignMutations } from './refuse-foreign-mutations.js'
import { refuseWhatCannotRun } from './refuse-what-cannot-run.js'
import { statusForJson } from './status-for-json.js'

export interface GraphServerOptions {
  /** As text, or what gives it and says when there is a new one. */
  readonly supergraphSdl: string | SupergraphManager
  /** By the subgraph's name. */
  readonly subgraphs: Readonly<Record<string, Subgraph>>
  /** Null: Apollo's own executor answers. */
  readonly engine: Pick<EngineGatewayOptions, 'createPlanner' | 'deadlineMs' | 'cacheBytes' | 'onOperation' | 'onMutation'> | null
  readonly introspection: boolean
  readonly limits: DocumentLimits & { readonly tokens: number }
  readonly rates: RateLimits
  /** Called with each schema that the graph begins to serve, before it does. */
  readonly onSchema: (supergraphSdl: string, apiSchema: GraphQLSchema) => void
  readonly logger: Logger
}

/** The one graph: plans and runs operations over the subgraphs. Start it before use, stop it after. */
export function createGraphServer(options: GraphServerOptions): ApolloServer<RequestContext> {
  const { logger, limits } = options
  // @apollo/gateway reports to Apollo unless this is set before it is made; nothing leaves this platform.
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    buildService: ({ name }) => createSubgraphDataSource(subgraphOf(options.subgraphs, name)),
    // On unless NODE_ENV is production: any client could ask for the plan, service names and all.
    __exposeQueryPlanExperimental: false,
    logger,
  })
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    checkTimes(apiSchema)
    options.onSchema(coreSupergraphSdl, apiSchema)
  })
  return new ApolloServer<RequestContext>({
    gateway: options.engine === null ? gateway : createEngineGateway({ ...options, ...options.engine, gateway }),
    logger,
    nodeEnv: 'production',
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitDocuments(limits)],
    formatError: (formatted, error) => maskError(formatted, error, logger),
    plugins: pluginsOf(options),
  })
}

function pluginsOf({ rates }: GraphServerOptions): ApolloServerPlugin<RequestContext>[] {
  return [
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
    noteOutcome(),
    refuseWhatCannotRun(),
    refuseForeignMutations(),
    limitRates(rates),
    statusForJson(),
  ]
}

function subgraphOf(subgraphs: GraphServerOptions['subgraphs'], name: string): Subgraph {
  const subgraph = subgraphs[name]
  if (subgraph === undefined) throw new Error(`The supergraph has a subgraph ${name} that nobody configured.`)
  return subgraph
}

/** The composed schema has no code: without this a wrong time would be found by a subgraph, as a fault of ours. */
function checkTimes(schema: GraphQLSchema): void {
  const type = schema.getType('DateTime')
  if (isScalarType(type)) Object.assign(type, { parseValue: dateTimeScalar.parseValue, parseLiteral: dateTimeScalar.parseLiteral })
}
