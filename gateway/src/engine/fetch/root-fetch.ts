import type { JsonObject, ResponsePath } from '../data/json.js'
import { merge } from '../data/merge.js'
import { objectsAt, placesAt } from '../data/objects-at.js'
import { compileRewrites, rewritePath } from '../data/rewrite.js'
import type { Types } from '../data/types.js'
import type { Execution, Step, SubgraphReply } from '../execution.js'
import type { RootFetch } from '../plan/plan.js'
import { rootKeysOf } from '../../subgraphs/failed-fetch.js'
import { addFailure, addSubgraphError } from './subgraph-errors.js'
import { compileBody } from './write-body.js'

/** Fields of Query or Mutation, wherever such an object stands in the answer. */
export function compileRootFetch({ operation, path, outputRewrites }: RootFetch, types: Types): Step {
  const { subgraph } = operation
  // What an object of a root type is called is known without asking.
  if (rootKeysOf(operation.query, () => 'unknown').length === 0) return () => undefined
  const writeBody = compileBody(operation, [])
  const rewrite = compileRewrites(outputRewrites, types)

  function take(execution: Execution, reply: SubgraphReply): void {
    const { data } = execution
    if (reply.kind === 'failure') {
      const keys = rootKeysOf(operation.query, execution.variables.isTrue)
      const failed = places(data).flatMap((place) => keys.map((key) => [...place, ...rewritePath([key], outputRewrites)]))
      return addFailure(execution, reply.fault, failed)
    }
    for (const error of reply.errors) {
      const at = error.path === undefined ? undefined : rewritePath(error.path, outputRewrites)
      if (at === undefined) addSubgraphError(execution, error, undefined)
      else for (const place of places(data)) addSubgraphError(execution, error, [...place, ...at])
    }
    if (reply.data === null) return
    rewrite?.(reply.data)
    for (const [index, target] of targets(data).entries()) merge(target, reply.data, types, index > 0)
  }

  function targets(data: JsonObject): readonly JsonObject[] {
    return path.length === 0 ? [data] : objectsAt(data, path, types)
  }

  function places(data: JsonObject): ResponsePath[] {
    return path.length === 0 ? [[]] : [...placesAt(data, path, types).values()]
  }

  return (execution) => {
    if (targets(execution.data).length === 0) return undefined
    return execution.ask(subgraph, writeBody(execution.variables, [])).then((reply) => take(execution, reply))
  }
}
