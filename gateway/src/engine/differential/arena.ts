import type { GraphQLSchema } from 'graphql'
import { firstThatCan } from '../plan/first-that-can.js'
import { createApolloPlanner } from '../plan/planner-apollo.js'
import { createRustPlanner } from '../plan/planner-rust.js'
import { createOurs, createStock } from './contenders.js'
import type { Contender, Question } from './contenders.js'
import { createFakeSubgraph } from './fake-subgraph.js'
import { factsOf } from './facts.js'
import { supergraphOf } from './graphs/test-graph.js'
import type { TestGraph } from './graphs/test-graph.js'
import { askMonolith } from './monolith.js'
import type { Outcome } from './outcome.js'
import { hash } from './random.js'
import { randomOperation } from './random-operation.js'
import { createWorld } from './world.js'
import type { Troubles } from './world.js'

/** Everybody who answers questions about one graph. */
export interface Arena {
  readonly graph: TestGraph
  readonly schema: GraphQLSchema
  ask(question: Question): Promise<Round>
  question(seed: string, weather: Weather): Question
}

export interface Weather extends Troubles {
  /** Subgraphs that answer nothing. */
  readonly outages: number
  /** Requests that are not answered. */
  readonly lostCalls: number
}

export interface Round {
  readonly stock: Outcome
  readonly oursOnApollo: Outcome
  readonly oursOnRust: Outcome
  readonly oursOnBoth: Outcome
  readonly monolith: Outcome
}

export async function createArena(graph: TestGraph): Promise<Arena> {
  const facts = factsOf(graph)
  const supergraphSdl = supergraphOf(graph)
  const subgraphs = Object.fromEntries(Object.entries(graph.subgraphs).map(([name, sdl]) => [name, createFakeSubgraph(sdl, facts, graph.isHostile)]))
  const stage = { supergraphSdl, subgraphs }
  const { ask: askStock, schema } = await createStock(stage)
  const oursOnApollo = createOurs(stage, schema, createApolloPlanner)
  const oursOnRust = createOurs(stage, schema, createRustPlanner)
  const oursOnBoth = createOurs(stage, schema, firstThatCan(createRustPlanner, createApolloPlanner, () => {}))
  return {
    graph,
    schema,
    async ask(question) {
      const monolith = () => askMonolith(schema, facts, question.world, question)
      return {
        stock: await outcomeOf(askStock, question),
        oursOnApollo: await outcomeOf(oursOnApollo, question),
        oursOnRust: await outcomeOf(oursOnRust, question),
        oursOnBoth: await outcomeOf(oursOnBoth, question),
        monolith: await outcomeOf(monolith, question),
      }
    },
    question(seed, weather) {
      const happens = (probability: number, what: string) => probability > 0 && hash(`${seed} ${what}`) / 2 ** 32 < probability
      return {
        ...randomOperation(schema, seed, { hasStrangeNames: graph.isHostile }),
        world: createWorld(seed, facts, weather),
        isAway: (name, query) => happens(weather.outages, name) || happens(weather.lostCalls, `${name} ${query}`),
      }
    },
  }
}

/** What is thrown is an outcome too. */
async function outcomeOf(contender: Contender, question: Question): Promise<Outcome> {
  try {
    return await contender(question)
  } catch (error) {
    return { data: undefined, errors: [{ message: `thrown: ${error instanceof Error ? error.stack : String(error)}` }] }
  }
}
