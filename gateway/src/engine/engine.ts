import type { DocumentNode, GraphQLSchema } from 'graphql'
import { answerOf, answerText } from './answer/answer.js'
import type { Answer } from './answer/answer.js'
import type { AskSubgraph, Execution, Report } from './execution.js'
import { readGraph } from './graph.js'
import { compileOperation } from './operation/compile-operation.js'
import { createOperationCache } from './operation/operation-cache.js'
import type { Operation } from './operation/operation.js'
import { createPlanningLane } from './operation/planning-lane.js'
import type { Variables } from './operation/variables.js'
import type { CreatePlanner } from './plan/planner.js'

/**
 * Answers operations over the subgraphs of one supergraph. One query's way through it:
 *
 * 1. `operation-cache.ts` has it ready, or `prepare-operation.ts` brings it into shape, a planner (`plan/`) says which
 *    subgraph to ask for what, and `compile-plan.ts` makes steps of that: once, for all that ask the same.
 * 2. `variables.ts` checks the request's variables.
 * 3. The steps run. `root-fetch.ts` asks for fields of Query, `entity-fetch.ts` for more of the entities found
 *    (`represent.ts` names them); what comes is put together by `merge.ts`, and errors find their place in the answer.
 * 4. `write-text.ts` or `build-object.ts` takes from it what the client asked for.
 */
export interface Engine {
  /**
   * @param key says which document and which of its operations; the document is looked at only where it is new.
   * Rejects where it can't be planned.
   */
  operation(key: string, document: DocumentNode, operationName: string | null): Promise<Operation>
  run(operation: Operation, request: RunRequest): Promise<Execution>
  readonly answer: (operation: Operation, execution: Execution) => Answer
  readonly answerText: (operation: Operation, execution: Execution) => string
}

export interface RunRequest {
  readonly variables: Variables
  readonly ask: AskSubgraph
  readonly report: Report
}

export interface EngineOptions {
  readonly supergraphSdl: string
  /** What clients see of it. */
  readonly schema: GraphQLSchema
  readonly createPlanner: CreatePlanner
  /** How much of memory known operations may take. */
  readonly cacheBytes: number
}

/** Two, so that one that is hard to plan doesn't hold up all others. */
const PLANNED_AT_ONCE = 2
const MOST_WAITING = 200

export function createEngine({ supergraphSdl, schema, createPlanner, cacheBytes }: EngineOptions): Engine {
  const graph = readGraph(supergraphSdl, schema)
  const planner = createPlanner(supergraphSdl)
  const known = createOperationCache<Operation>(cacheBytes)
  const beingCompiled = new Map<string, Promise<Operation>>()
  const inLane = createPlanningLane({ atOnce: PLANNED_AT_ONCE, waiting: MOST_WAITING })

  async function compile(key: string, document: DocumentNode, operationName: string | null): Promise<Operation> {
    try {
      const operation = await inLane(() => compileOperation(graph, planner, document, operationName))
      known.set(key, operation, key.length + operation.size)
      return operation
    } finally {
      beingCompiled.delete(key)
    }
  }

  return {
    async operation(key, document, operationName) {
      const there = known.get(key) ?? beingCompiled.get(key)
      if (there !== undefined) return there
      const compiling = compile(key, document, operationName)
      beingCompiled.set(key, compiling)
      return compiling
    },
    async run(operation, { variables, ask, report }) {
      const execution: Execution = { data: {}, variables, errors: [], ask, report }
      await operation.run(execution)
      return execution
    },
    answer: answerOf,
    answerText,
  }
}
