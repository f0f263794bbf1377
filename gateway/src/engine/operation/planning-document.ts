import { Kind, getNamedType, isAbstractType, isCompositeType, isUnionType, separateOperations } from 'graphql'
import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import type { Graph } from '../graph.js'
import { conditionOf, isIncluded, isIntrospection, literalCondition } from './fields.js'

/**
 * What planners get to see of an operation: without introspection, without what is excluded for good, and with
 * `__typename` just where the engine needs it, under that name. Planners fail over some of what is left out here, and
 * forget about what clients call something else. Null: no subgraph has a part in it.
 */
export function planningDocument(
  { schema, partlyHidden }: Pick<Graph, 'schema' | 'partlyHidden'>,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode | null {
  const kept = new Map<string, FragmentDefinitionNode | null>()
  const selections = simplify(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined)
  if (selections.length === 0) return null
  const definitions = [{ ...operation, selectionSet: setOf(selections) }, ...[...kept.values()].filter((node) => node !== null)]
  return separateOperations({ kind: Kind.DOCUMENT, definitions })[operation.name?.value ?? ''] ?? null

  function simplify(set: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionNode[] {
    return set.selections.flatMap((selection) => (isExcluded(selection) ? [] : (simplifyOne(selection, type) ?? [])))
  }

  function simplifyOne(selection: SelectionNode, type: GraphQLNamedType | undefined): SelectionNode | undefined {
    const directives = withoutLiterals(selection)
    if (selection.kind === Kind.FIELD) return simplifyField({ ...selection, directives }, type)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return simplifyFragment(selection.name.value) ? { ...selection, directives } : undefined
    const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type
    const below = simplify(selection.selectionSet, on)
    return below.length === 0 ? undefined : { ...selection, directives, selectionSet: setOf(below) }
  }

  function simplifyField(field: FieldNode, type: GraphQLNamedType | undefined): FieldNode | undefined {
    if (isIntrospection(field) || field.name.value === '__typename') return undefined
    if (field.alias?.value === field.name.value) return simplifyField(withoutAlias(field), type)
    if (field.selectionSet === undefined || !isCompositeType(type) || isUnionType(type)) return field
    const declared = getNamedType(type.getFields()[field.name.value]?.type)
    const below = simplify(field.selectionSet, declared)
    const mayDiffer = isAbstractType(declared) && (partlyHidden.has(declared.name) || dependsOnType(field.selectionSet, declared.name))
    // Where all else may be left out, the object is asked for all the same.
    const needsType = mayDiffer || !below.some(isAlwaysThere)
    return { ...field, selectionSet: setOf(needsType ? [typename, ...below] : below) }
  }

  /** Whether what is wanted of an object depends on its own type. */
  function dependsOnType(set: SelectionSetNode, declared: string): boolean {
    return set.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename'
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
      if (fragment === undefined) return false
      const on = fragment.typeCondition?.name.value ?? declared
      return on !== declared || dependsOnType(fragment.selectionSet, declared)
    })
  }

  function simplifyFragment(name: string): FragmentDefinitionNode | null {
    const there = kept.get(name)
    if (there !== undefined) return there
    const fragment = fragments.get(name)
    if (fragment === undefined) return null
    const below = simplify(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
    const simplified = below.length === 0 ? null : { ...fragment, selectionSet: setOf(below) }
    kept.set(name, simplified)
    return simplified
  }
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections }
}

function isAlwaysThere({ kind, directives = [] }: SelectionNode): boolean {
  return kind === Kind.FIELD && directives.length === 0
}

function isExcluded(selection: SelectionNode): boolean {
  return !isIncluded(selection, (condition) => literalCondition(condition) ?? 'unknown')
}

function withoutLiterals({ directives = [] }: SelectionNode): DirectiveNode[] {
  return directives.filter((directive) => {
    const condition = conditionOf(directive)
    return condition === undefined || literalCondition(condition) === undefined
  })
}

/** `name: name` is nothing but `name`; the Rust planner makes two of it. */
function withoutAlias(field: FieldNode): FieldNode {
  const { alias, ...rest } = field
  return alias === undefined ? field : rest
}
