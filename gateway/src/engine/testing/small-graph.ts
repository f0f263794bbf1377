import { buildSubgraphSchema } from '@apollo/subgraph'
import { execute, parse } from 'graphql'
import type { DocumentNode } from 'graphql'
import { publicErrorOf } from '../../subgraphs/subgraph-answer.js'
import { createOurs, createStock } from '../differential/contenders.js'
import type { Contender } from '../differential/contenders.js'
import { federated, supergraphOf } from '../differential/graphs/test-graph.js'
import type { RandomOperation } from '../differential/random-operation.js'
import type { SubgraphReply } from '../execution.js'
import { startPlanners } from './planners.js'

export interface SmallSubgraph {
  /** Without the head that imports federation's directives. */
  readonly typeDefs: string
  readonly resolvers: object
}

export type AskSmallGraph = (query: string, variables?: Readonly<Record<string, unknown>>) => ReturnType<Contender<RandomOperation>>

export interface SmallGraph {
  readonly stock: AskSmallGraph
  /** The engine on each planner alone. */
  readonly apollo: AskSmallGraph
  readonly rust: AskSmallGraph
  /** What subgraphs were asked, as `tickets {movie{title}}`. */
  readonly asked: string[]
  stop(): void
}

const directives = ['key', 'shareable', 'external', 'requires', 'provides', 'override', 'inaccessible', 'interfaceObject']

/** A graph as a spec wants it, its subgraphs in this process. */
export async function startSmallGraph(subgraphs: Readonly<Record<string, SmallSubgraph>>): Promise<SmallGraph> {
  const heads = Object.entries(subgraphs).map(([name, { typeDefs }]) => [name, `${federated(...directives)}${typeDefs}`] as const)
  const supergraphSdl = supergraphOf({ name: 'small', subgraphs: Object.fromEntries(heads) })
  const schemas = new Map(heads.map(([name, sdl]) => [name, schemaOf(parse(sdl), subgraphs[name]?.resolvers)]))
  const asked: string[] = []

  async function ask(name: string, body: string): Promise<SubgraphReply> {
    const { query, variables } = JSON.parse(body)
    const schema = schemas.get(name)
    if (schema === undefined) throw new Error(`There is no subgraph ${name}.`)
    asked.push(`${name} ${query}`)
    const result = await execute({ schema, document: parse(query), variableValues: variables })
    const { data, errors = [] } = JSON.parse(JSON.stringify(result))
    return { kind: 'answer', data: data ?? null, errors: errors.map(publicErrorOf) }
  }

  const planning = startPlanners()
  const stage = { supergraphSdl, ask }
  const stock = await createStock<RandomOperation>(stage)
  return {
    stock: asks(stock.ask),
    apollo: asks(createOurs(stage, stock.schema, planning.planners.apollo)),
    rust: asks(createOurs(stage, stock.schema, planning.planners.rust)),
    asked,
    stop: () => planning.stop(),
  }
}

function asks(contender: Contender<RandomOperation>): AskSmallGraph {
  return (query, variables = {}) => contender({ source: query, document: parse(query), operationName: null, variables })
}

type Resolvers = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers'] & object

function schemaOf(typeDefs: DocumentNode, resolvers: object = {}) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- @apollo/subgraph's type does not know __resolveReference.
  return buildSubgraphSchema({ typeDefs, resolvers: resolvers as Resolvers })
}
