import { unavailable } from '@mov-ticket/service-kit'
import { isJsonObject } from '../data/json.js'
import type { JsonObject } from '../data/json.js'
import { merge } from '../data/merge.js'
import { objectsAt } from '../data/objects-at.js'
import { compileRewrites } from '../data/rewrite.js'
import type { RewriteValue } from '../data/rewrite.js'
import type { Types } from '../data/types.js'
import type { Execution, Step, SubgraphReply } from '../execution.js'
import type { EntityFetch, EntityGroup } from '../plan/plan.js'
import { addEntityErrors, addEntityFailure } from './entity-errors.js'
import { compileRepresentation } from './represent.js'
import type { Represent } from './represent.js'
import { compileBody } from './write-body.js'

interface CompiledGroup {
  readonly group: EntityGroup
  /** Which of the fetch's lists of representations it uses. */
  readonly list: number
  readonly represent: Represent
  readonly rewrite: RewriteValue | null
}

/** The entities of a group that are asked for, each with the position of its representation in the list that is sent. */
export interface Asked {
  readonly group: EntityGroup
  readonly targets: readonly JsonObject[]
  readonly positions: readonly number[]
  readonly list: ReadonlyMap<string, number>
}

/** Fields of entities. Equal representations are sent once, and what comes goes to each place that they stand for. */
export function compileEntityFetch({ operation, groups }: EntityFetch, types: Types): Step {
  const { subgraph } = operation
  const variables = [...new Set(groups.map(({ variable }) => variable))]
  const writeBody = compileBody(operation, variables)
  const compiled = groups.map((group): CompiledGroup => ({
    group,
    list: variables.indexOf(group.variable),
    represent: compileRepresentation(subgraph, group, types),
    rewrite: compileRewrites(group.outputRewrites, types),
  }))

  return (execution) => {
    const lists = variables.map(() => new Map<string, number>())
    const asked = compiled.map((group) => gather(execution, group, lists[group.list] ?? new Map(), types))
    if (lists.every(({ size }) => size === 0)) return undefined
    const texts = lists.map((list) => `[${[...list.keys()].join(',')}]`)
    return execution.ask(subgraph, writeBody(execution.variables, texts)).then((reply) => take(execution, reply, asked))
  }

  function take(execution: Execution, reply: SubgraphReply, asked: readonly Asked[]): void {
    if (reply.kind === 'failure') return addEntityFailure(execution, reply.fault, asked, types)
    const explained = addEntityErrors(execution, reply.errors, asked, types)
    for (const [index, one] of asked.entries()) {
      if (one.targets.length === 0) continue
      const entities = reply.data?.[one.group.responseKey]
      if (Array.isArray(entities) && entities.length === one.list.size) {
        compiled[index]?.rewrite?.(entities)
        give(entities, one, types)
      } else if (!explained.has(one)) {
        // Where there are errors, they are of other entities that were asked for in the same breath.
        const { responseKey } = one.group
        if (reply.errors.length === 0) execution.report('a subgraph did not answer with what it was asked for', { subgraph, responseKey, wanted: one.list.size })
        addEntityFailure(execution, unavailable(), [one], types)
      }
    }
  }
}

function gather({ data, variables }: Execution, { group, represent }: CompiledGroup, list: Map<string, number>, types: Types): Asked {
  const targets: JsonObject[] = []
  const positions: number[] = []
  for (const path of group.paths) {
    for (const entity of objectsAt(data, path, types)) {
      const text = represent(entity, variables)
      if (text === undefined) continue
      let position = list.get(text)
      if (position === undefined) {
        position = list.size
        list.set(text, position)
      }
      targets.push(entity)
      positions.push(position)
    }
  }
  return { group, targets, positions, list }
}

function give(entities: readonly unknown[], { targets, positions }: Asked, types: Types): void {
  const given = new Set<number>()
  for (const [index, target] of targets.entries()) {
    const position = positions[index] ?? -1
    const entity = entities[position]
    if (!isJsonObject(entity)) continue
    merge(target, entity, types, given.has(position))
    given.add(position)
  }
}
