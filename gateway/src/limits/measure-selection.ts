import { Kind, getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType } from 'graphql'
import type { FieldNode, FragmentDefinitionNode, GraphQLOutputType, GraphQLSchema, SelectionSetNode } from 'graphql'

export interface Measure {
  /** Levels of fields. */
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  /** Fields that are selected again beside themselves. */
  readonly repeated: number
  /** How many fields an answer may have, as far as the document tells. */
  readonly cost: number
}

/** What `first` may be at most, and what a list without it is taken for. */
const LONG_LIST = 100
const nothing: Measure = { depth: 0, aliases: 0, directives: 0, repeated: 0, cost: 0 }

/**
 * Measures what a selection set, fragments included, asks for. Each fragment is measured once, so that nested fragments
 * that multiply are counted in no time.
 */
export function createMeasure(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, Measure>()

  function measureFragment(name: string): Measure {
    const measured = known.get(name)
    if (measured !== undefined) return measured
    // A fragment that contains itself counts as nothing here; another rule refuses it.
    known.set(name, nothing)
    const fragment = fragments.get(name)
    const type = fragment && schema.getType(fragment.typeCondition.name.value)
    const result = fragment ? measureSet(fragment.selectionSet, type) : nothing
    known.set(name, result)
    return result
  }

  function measureField(field: FieldNode, parent: unknown): Measure {
    const isIntrospection = field.name.value.startsWith('__')
    const type = fieldType(field, parent)
    const inner = field.selectionSet ? measureSet(field.selectionSet, type && getNamedType(type)) : nothing
    return {
      depth: isIntrospection ? 0 : inner.depth + 1,
      aliases: inner.aliases + (field.alias === undefined ? 0 : 1),
      directives: inner.directives + (field.directives?.length ?? 0),
      repeated: inner.repeated,
      cost: isIntrospection ? 0 : 1 + inner.cost * lengthOf(field, type),
    }
  }

  function measureSet({ selections }: SelectionSetNode, parent: unknown): Measure {
    const keys = new Set<string>()
    let total = nothing
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        total = sum(total, measureField(selection, parent), keys.has(key) ? 1 : 0)
        keys.add(key)
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        total = sum(total, measureFragment(selection.name.value), selection.directives?.length ?? 0)
      } else {
        const condition = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent
        total = sum(total, measureSet(selection.selectionSet, condition), 0)
      }
    }
    return total
  }

  return measureSet
}

function sum(a: Measure, b: Measure, repeated: number): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    repeated: a.repeated + b.repeated + repeated,
    cost: a.cost + b.cost,
  }
}

function fieldType(field: FieldNode, parent: unknown): GraphQLOutputType | undefined {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value]?.type : undefined
}

/** A page's length is on the field that has `first`, not on the `nodes` and `edges` below it. */
function lengthOf(field: FieldNode, type: GraphQLOutputType | undefined): number {
  if (type === undefined) return 1
  const first = field.arguments?.find(({ name }) => name.value === 'first')?.value
  if (first?.kind === Kind.INT) return Number(first.value)
  if (first !== undefined) return LONG_LIST
  const isPage = getNamedType(type).name.endsWith('Connection')
  if (isPage) return 20
  const isPart = field.name.value === 'nodes' || field.name.value === 'edges'
  return !isPart && isListType(getNullableType(type)) && isCompositeType(getNamedType(type)) ? LONG_LIST : 1
}
