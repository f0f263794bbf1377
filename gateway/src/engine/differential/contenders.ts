import { ApolloGateway } from '@apollo/gateway'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { createHash } from 'node:crypto'
import { isPublicFault } from '../../graph/public-faults.js'
import { createSubgraphDataSource } from '../../subgraphs/subgraph-data-source.js'
import { createEngine } from '../engine.js'
import type { SubgraphReply } from '../execution.js'
import type { CreatePlanner } from '../plan/planner.js'
import type { Outcome } from './outcome.js'
import type { RandomOperation } from './random-operation.js'

export type Contender<Question> = (question: Question) => Promise<Outcome>

/** What they answer over. */
export interface Stage<Question> {
  readonly supergraphSdl: string
  readonly ask: (subgraph: string, body: string, question: Question) => Promise<SubgraphReply>
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** @apollo/gateway with its own executor. */
export async function createStock<Question extends RandomOperation>(
  stage: Stage<Question>,
): Promise<{ readonly ask: Contender<Question>; readonly schema: GraphQLSchema }> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'
  let schema: GraphQLSchema | undefined
  const gateway = new ApolloGateway({
    supergraphSdl: stage.supergraphSdl,
    logger: silent,
    buildService: ({ name }) =>
      createSubgraphDataSource({
        ask(body, context) {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the context is the one that is given below.
          return stage.ask(name, body, (context as unknown as { question: Question }).question)
        },
      }),
  })
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema
  })
  const { executor } = await gateway.load()
  if (schema === undefined) throw new Error('There is no schema.')
  const loaded = schema
  return {
    schema,
    async ask(question) {
      const { source, document, operationName, variables } = question
      const requestContext = {
        request: { query: source, variables, ...(operationName !== null && { operationName }) },
        document,
        source,
        queryHash: createHash('sha256').update(source).digest('hex'),
        context: { question },
        schema: loaded,
        logger: silent,
        metrics: {},
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what an executor looks at, of all that Apollo Server gives.
      const { data, errors = [], extensions } = await executor(requestContext as unknown as Parameters<typeof executor>[0])
      return {
        data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)),
        errors: errors.map((error) => masked(error.toJSON())),
        unsaid: JSON.parse(JSON.stringify(extensions?.['valueCompletion'] ?? [])).map(masked),
      }
    },
  }
}

/** The engine. Its text and its object must be the same. */
export function createOurs<Question extends RandomOperation>(
  { supergraphSdl, ask }: Stage<Question>,
  schema: GraphQLSchema,
  createPlanner: CreatePlanner,
): Contender<Question> {
  const engine = createEngine({ supergraphSdl, schema, createPlanner, cacheBytes: 1_000_000 })
  return async (question) => {
    const { source, document, operationName, variables } = question
    const operation = await engine.operation(`${source} ${operationName ?? ''}`, document, operationName)
    const coerced = operation.coerce(variables)
    if (coerced.kind === 'wrong') return { data: undefined, errors: coerced.errors.map((error) => masked(error.toJSON())) }
    const execution = await engine.run(operation, {
      variables: coerced.variables,
      ask: (name, body) => ask(name, body, question),
      report: () => {},
    })
    const text = engine.answerText(operation, execution)
    const answer = engine.answer(operation, execution)
    const { data, errors = [] } = JSON.parse(text)
    const [written, built] = [JSON.stringify([data, errors]), JSON.stringify([answer.data, answer.errors])]
    if (written !== built) throw new Error(`The text is not the object:\n${written}\n${built}`)
    return { data, errors }
  }
}

/** As clients see it. */
function masked(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.['code']
  return { ...error, extensions: { code: isPublicFault(code) ? code : 'INTERNAL' } }
}
