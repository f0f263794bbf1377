import { ApolloGateway } from '@apollo/gateway'
import { isInterfaceType } from 'graphql'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import { createHash } from 'node:crypto'
import { isPublicFault } from '../../graph/public-faults.js'
import { createSubgraphDataSource } from '../../subgraphs/subgraph-data-source.js'
import { isJsonObject } from '../data/json.js'
import { createEngine } from '../engine.js'
import type { SubgraphReply } from '../execution.js'
import type { CreatePlanner } from '../plan/planner.js'
import type { FakeSubgraph } from './fake-subgraph.js'
import type { Outcome } from './outcome.js'
import type { RandomOperation } from './random-operation.js'
import type { World } from './world.js'

/** One question to all of them. */
export interface Question extends RandomOperation {
  readonly world: World
  /** Whether values may break the schema. */
  readonly isLoose: boolean
  /** Whether stock is spared what makes it forget types: answers that call an object by the name of its interface. */
  readonly sparesStock: boolean
  readonly isAway: (subgraph: string, what: string) => boolean
}

export type Contender = (question: Question) => Promise<Outcome>

export interface Stage {
  readonly supergraphSdl: string
  readonly subgraphs: Readonly<Record<string, { readonly strict: FakeSubgraph; readonly loose: FakeSubgraph }>>
}

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** @apollo/gateway with its own executor. */
export async function createStock({ supergraphSdl, subgraphs }: Stage): Promise<{ readonly ask: Contender; readonly schema: GraphQLSchema }> {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true'
  let schema: GraphQLSchema | undefined

  async function askForStock(name: string, body: string, question: Question): Promise<SubgraphReply> {
    const reply = await askSubgraph(subgraphs, name, body, question)
    if (question.sparesStock && reply.kind === 'answer') forgetInterfaceNames(reply.data?.['_entities'], schema)
    return reply
  }

  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: silent,
    buildService: ({ name }) =>
      createSubgraphDataSource({
        ask(body, context) {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the context is the one that is given below.
          return askForStock(name, body, (context as unknown as { question: Question }).question)
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
export function createOurs({ supergraphSdl, subgraphs }: Stage, schema: GraphQLSchema, createPlanner: CreatePlanner): Contender {
  const engine = createEngine({ supergraphSdl, schema, createPlanner, cacheBytes: 1_000_000 })
  return async (question) => {
    const { source, document, operationName, variables } = question
    const operation = await engine.operation(`${source} ${operationName ?? ''}`, document, operationName)
    const coerced = operation.coerce(variables)
    if (coerced.kind === 'wrong') return { data: undefined, errors: coerced.errors.map((error) => masked(error.toJSON())) }
    const execution = await engine.run(operation, {
      variables: coerced.variables,
      ask: (name, body) => askSubgraph(subgraphs, name, body, question),
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

function forgetInterfaceNames(entities: unknown, schema: GraphQLSchema | undefined): void {
  for (const entity of Array.isArray(entities) ? entities : []) {
    if (isJsonObject(entity) && isInterfaceType(schema?.getType(String(entity['__typename'])))) delete entity['__typename']
  }
}

function askSubgraph(subgraphs: Stage['subgraphs'], name: string, body: string, { world, isLoose, isAway }: Question) {
  const subgraph = subgraphs[name]
  if (subgraph === undefined) throw new Error(`There is no subgraph ${name}.`)
  return (isLoose ? subgraph.loose : subgraph.strict).ask(body, world, (what) => isAway(name, what))
}

/** As clients see it. */
function masked(error: GraphQLFormattedError): GraphQLFormattedError {
  const code = error.extensions?.['code']
  return { ...error, extensions: { code: isPublicFault(code) ? code : 'INTERNAL' } }
}
