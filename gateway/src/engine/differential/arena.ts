import type { GraphQLSchema } from 'graphql'
import { isJsonObject } from '../data/json.js'
import type { SubgraphReply } from '../execution.js'
import { readGraph } from '../graph.js'
import type { Graph } from '../graph.js'
import { prepareOperation } from '../operation/prepare-operation.js'
import { isHardForRust } from '../plan/hard-for-rust.js'
import type { CreatePlanner, PlannerName } from '../plan/planner.js'
import { withTwoPlanners } from '../plan/with-two-planners.js'
import { createOurs, createStock } from './contenders.js'
import type { Contender } from './contenders.js'
import { createFakeSubgraph } from './fake-subgraph.js'
import { factsOf } from './facts.js'
import { supergraphOf } from './graphs/test-graph.js'
import type { TestGraph } from './graphs/test-graph.js'
import { askMonolith } from './monolith.js'
import type { Outcome } from './outcome.js'
import { hash } from './random.js'
import { randomOperation } from './random-operation.js'
import type { RandomOperation } from './random-operation.js'
import type { Weather } from './weather.js'
import { createWorld } from './world.js'
import type { World } from './world.js'

export interface Question extends RandomOperation {
  readonly world: World
  /** Whether values may break the schema. */
  readonly isLoose: boolean
  /** Whether stock is spared what makes it forget types: answers that call an object by the name of its interface. */
  readonly sparesStock: boolean
  readonly isAway: (subgraph: string, what: string) => boolean
}

/** Everybody who answers questions about one graph. */
export interface Arena {
  readonly graph: Graph
  readonly schema: GraphQLSchema
  /** @apollo/gateway. */
  readonly stock: Contender<Question>
  /** The engine: on Apollo's planner, on the Rust one alone, and as it runs. */
  readonly onApollo: Contender<Question>
  readonly onRust: Contender<Question>
  readonly engine: Contender<Question>
  /** graphql-js with all in one. */
  readonly monolith: Contender<Question>
  question(seed: string, weather: Weather): Question
  worldWithoutLosses(seed: string, weather: Weather): World
}

/** @param planners from processes of their own: there are operations that end them. */
export async function createArena(testGraph: TestGraph, planners: Readonly<Record<PlannerName, CreatePlanner>>): Promise<Arena> {
  const facts = factsOf(testGraph)
  const supergraphSdl = supergraphOf(testGraph)
  const subgraphs = Object.fromEntries(
    Object.entries(testGraph.subgraphs).map(([name, sdl]) => [name, { strict: createFakeSubgraph(sdl, facts, false), loose: createFakeSubgraph(sdl, facts, true) }]),
  )
  function ask(name: string, body: string, { world, isLoose, isAway }: Question): Promise<SubgraphReply> {
    const subgraph = subgraphs[name]
    if (subgraph === undefined) throw new Error(`There is no subgraph ${name}.`)
    return (isLoose ? subgraph.loose : subgraph.strict).ask(body, world, (what) => isAway(name, what))
  }

  const interfaces = new Set(facts.possible.keys())
  async function askForStock(name: string, body: string, question: Question): Promise<SubgraphReply> {
    const reply = await ask(name, body, question)
    if (question.sparesStock && reply.kind === 'answer') forgetInterfaceNames(reply.data?.['_entities'], interfaces)
    return reply
  }

  const { ask: askStock, schema } = await createStock({ supergraphSdl, ask: askForStock })
  const stage = { supergraphSdl, ask }
  const stocksPlanner = planners.apollo(supergraphSdl)
  const both = withTwoPlanners({ first: planners.rust, second: planners.apollo, isHardForFirst: isHardForRust, onFailure: () => {} })
  const graph = readGraph(supergraphSdl, schema)

  /** In this process Apollo's planner may take all memory there is: what it can't plan elsewhere it is not asked here. */
  async function stock(question: Question): Promise<Outcome> {
    await stocksPlanner.plan(prepareOperation(graph, question.document, question.operationName).original)
    return askStock(question)
  }

  return {
    graph,
    schema,
    stock: outcomeOf(stock),
    onApollo: outcomeOf(createOurs(stage, schema, planners.apollo)),
    onRust: outcomeOf(createOurs(stage, schema, planners.rust)),
    engine: outcomeOf(createOurs(stage, schema, both)),
    monolith: outcomeOf((question) => askMonolith(schema, facts, question.world, question)),
    worldWithoutLosses: (seed, weather) => createWorld(seed, facts, { ...weather, lost: 0 }),
    question: (seed, weather) => ({
      ...randomOperation(schema, seed, weather),
      world: createWorld(seed, facts, weather),
      isLoose: weather.broken > 0,
      sparesStock: !weather.isKnownToMonolith,
      isAway: (name, what) => weather.lostCalls > 0 && hash(`${seed} ${name} ${what}`) / 2 ** 32 < weather.lostCalls,
    }),
  }
}

function forgetInterfaceNames(entities: unknown, interfaces: ReadonlySet<string>): void {
  for (const entity of Array.isArray(entities) ? entities : []) {
    if (isJsonObject(entity) && interfaces.has(String(entity['__typename']))) delete entity['__typename']
  }
}

/** What is thrown is an outcome too. */
function outcomeOf(contender: Contender<Question>): Contender<Question> {
  return async (question): Promise<Outcome> => {
    try {
      return await contender(question)
    } catch (error) {
      return { data: undefined, errors: [{ message: `thrown: ${error instanceof Error ? error.message : String(error)}` }] }
    }
  }
}
