import type { ApolloGateway } from '@apollo/gateway'
import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import type { Logger } from '@mov-ticket/service-kit'
import { GraphQLError } from 'graphql'
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { RequestContext } from '../request-context.js'
import type { Subgraph } from '../subgraphs/subgraph.js'
import { createDeadline } from './deadline.js'
import { createEngine } from './engine.js'
import type { Engine } from './engine.js'
import type { AskSubgraph, Execution } from './execution.js'
import type { Operation } from './operation/operation.js'
import type { Variables } from './operation/variables.js'
import type { CreatePlanner } from './plan/planner.js'

export type GatewayInterface = ApolloServerOptionsWithGateway<RequestContext>['gateway']
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>

export interface EngineGatewayOptions {
  /** Loads, validates and renews the supergraph. */
  readonly gateway: ApolloGateway
  /** By their names in the supergraph. */
  readonly subgraphs: Readonly<Record<string, Subgraph>>
  readonly createPlanner: CreatePlanner
  /** For one operation, all of its fetches together. */
  readonly deadlineMs: number
  readonly cacheBytes: number
  /** Called with each operation that is about to run. */
  readonly onOperation?: (learned: LearnedOperation) => void
  /** A mutation has ended: what began before may not know of it. */
  readonly onMutation?: () => void
  readonly logger: Logger
}

/** An operation that @apollo/server found nothing wrong with. */
export interface LearnedOperation {
  readonly schema: GraphQLSchema
  /** As the client wrote it. */
  readonly query: string
  readonly operationName: string | undefined
  readonly document: DocumentNode
  readonly node: OperationDefinitionNode
  readonly operation: Operation
  readonly run: (variables: Variables, context: RequestContext) => Promise<Execution>
}

/** @apollo/gateway with the engine in place of its executor, as @apollo/server takes it. */
export function createEngineGateway({ gateway, ...settings }: EngineGatewayOptions): GatewayInterface {
  const { subgraphs, createPlanner, deadlineMs, cacheBytes, logger } = settings
  /** Requests that began on an older supergraph end on it. */
  const engines = new WeakMap<GraphQLSchema, Engine>()
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    try {
      engines.set(apiSchema, createEngine({ supergraphSdl: coreSupergraphSdl, schema: apiSchema, createPlanner, cacheBytes }))
    } catch (err) {
      logger.error({ err }, 'the engine cannot use this supergraph; Apollo\'s executor answers')
    }
  })

  function asker(context: RequestContext, mayShare: boolean): AskSubgraph {
    return (name, body) => {
      const subgraph = subgraphs[name]
      if (subgraph === undefined) throw new Error(`The supergraph has a subgraph ${name} that nobody configured.`)
      return subgraph.ask(body, context, mayShare)
    }
  }

  async function run(engine: Engine, operation: Operation, variables: Variables, context: RequestContext): Promise<Execution> {
    const deadline = createDeadline(context.signal, deadlineMs)
    const isQuery = operation.kind === 'query'
    try {
      const ask = asker({ ...context, signal: deadline.signal }, isQuery && context.mayShare)
      const report = (problem: string, details: object) => logger.error(details, problem)
      return await engine.run(operation, { variables, ask, report })
    } finally {
      deadline.end()
      if (!isQuery) settings.onMutation?.()
    }
  }

  function executorWith(stock: Executor): Executor {
    return async (requestContext) => {
      const engine = engines.get(requestContext.schema)
      if (engine === undefined) return stock(requestContext)
      const { request, document, queryHash } = requestContext
      const operationName = request.operationName ?? null
      const operation = await engine.operation(`${queryHash}${operationName ?? ''}`, document, operationName)
      settings.onOperation?.({
        schema: requestContext.schema,
        query: requestContext.source,
        operationName: request.operationName,
        document,
        node: requestContext.operation,
        operation,
        run: (variables, context) => run(engine, operation, variables, context),
      })
      const coerced = operation.coerce(request.variables ?? {})
      if (coerced.kind === 'wrong') return { errors: coerced.errors }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Apollo Server does not say of what type its context is.
      const context = requestContext.context as RequestContext
      const { data, errors } = engine.answer(operation, await run(engine, operation, coerced.variables, context))
      return errors.length === 0 ? { data } : { data, errors: errors.map(thrown) }
    }
  }

  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    async load(options) {
      const { executor } = await gateway.load(options)
      return { executor: executorWith(executor) }
    },
    stop: () => gateway.stop(),
  }
}

function thrown({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null })
}
