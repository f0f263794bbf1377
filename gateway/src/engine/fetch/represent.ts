import type { JsonObject } from '../data/json.js'
import { compileRewrites } from '../data/rewrite.js'
import type { Types } from '../data/types.js'
import type { Variables } from '../operation/variables.js'
import type { EntityGroup, RequiredSelection } from '../plan/plan.js'
import { compileObject } from './represent-object.js'

/**
 * Writes what a subgraph must know of an entity, as JSON: the text is what is sent, and by it equal entities are known.
 * Undefined where something is missing: the entity is not asked for.
 */
export type Represent = (entity: JsonObject, variables: Variables) => string | undefined

export function compileRepresentation(
  subgraph: string,
  { requires, inputRewrites }: Pick<EntityGroup, 'requires' | 'inputRewrites'>,
  types: Types,
): Represent {
  const write = compileEntity(subgraph, requires, types)
  const rewrite = compileRewrites(inputRewrites, types)
  if (rewrite === null) return write
  return (entity, variables) => {
    const text = write(entity, variables)
    if (text === undefined) return undefined
    const representation: unknown = JSON.parse(text)
    rewrite(representation)
    return JSON.stringify(representation)
  }
}

/**
 * What is required for one field may be missing (it was left out by @skip, or its fetch failed) while all is there for
 * another: then the other is asked for, which is what @apollo/gateway does.
 */
function compileEntity(subgraph: string, requires: readonly RequiredSelection[], types: Types): Represent {
  const write = compileObject(requires, types, { subgraph, isPart: false })
  const parts = partsOf(requires).map((selections) => ({ selections, write: compileObject(selections, types, { subgraph, isPart: true }) }))
  if (parts.length <= 1) return write
  const known = new Map<string, Represent>()
  return (entity, variables) => {
    const whole = write(entity, variables)
    if (whole !== undefined) return whole
    const complete = parts.filter((part) => part.write(entity, variables) !== undefined)
    if (complete.length === 0) return undefined
    const key = complete.map((part) => parts.indexOf(part)).join()
    const there = known.get(key) ?? compileObject(complete.flatMap(({ selections }) => selections), types, { subgraph, isPart: false })
    known.set(key, there)
    return there(entity, variables)
  }
}

/** What can be sent without the rest: each fragment with what is around it. */
function partsOf(selections: readonly RequiredSelection[]): RequiredSelection[][] {
  const fields = selections.filter(({ kind }) => kind === 'field')
  const within = selections.flatMap((selection) => {
    if (selection.kind === 'field') return []
    return partsOf(selection.selections).map((part) => [...fields, { ...selection, selections: part }])
  })
  return fields.length === 0 ? within : [fields, ...within]
}
