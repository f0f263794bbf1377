import { Kind, parse } from 'graphql'
import type { DirectiveNode, ValueNode, DocumentNode } from 'graphql'

export interface SubgraphTypes {
  /** All that it has, each with its keys: the names of the fields by which the subgraph finds such an entity. */
  readonly types: ReadonlyMap<string, readonly (readonly string[])[]>
  /** Interfaces that are objects there (@interfaceObject). */
  readonly interfaceObjects: ReadonlySet<string>
}

/** What each subgraph has, by its name: from a supergraph's @join__type. */
export function readSubgraphTypes({ definitions }: DocumentNode): ReadonlyMap<string, SubgraphTypes> {
  const names = new Map<string, string>()
  for (const node of definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue
    for (const { name, directives = [] } of node.values ?? []) names.set(name.value, textOf(argumentOf(directives[0], 'name')) ?? name.value)
  }
  const subgraphs = new Map([...names.values()].map((name) => [name, { types: new Map<string, string[][]>(), interfaceObjects: new Set<string>() }]))
  for (const node of definitions) {
    if (!('directives' in node) || !('name' in node) || node.name === undefined) continue
    for (const directive of node.directives ?? []) {
      if (directive.name.value !== 'join__type') continue
      const subgraph = subgraphs.get(names.get(textOf(argumentOf(directive, 'graph')) ?? '') ?? '')
      if (subgraph === undefined) continue
      const keys = subgraph.types.get(node.name.value) ?? []
      const key = textOf(argumentOf(directive, 'key'))
      const isResolvable = booleanOf(argumentOf(directive, 'resolvable')) !== false
      subgraph.types.set(node.name.value, key !== undefined && isResolvable ? [...keys, fieldNames(key)] : keys)
      if (booleanOf(argumentOf(directive, 'isInterfaceObject')) === true) subgraph.interfaceObjects.add(node.name.value)
    }
  }
  return subgraphs
}

function argumentOf(directive: DirectiveNode | undefined, name: string): ValueNode | undefined {
  return directive?.arguments?.find((argument) => argument.name.value === name)?.value
}

function textOf(value: ValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined
}

function booleanOf(value: ValueNode | undefined): boolean | undefined {
  return value?.kind === Kind.BOOLEAN ? value.value : undefined
}

/** Of the uppermost level: what is below comes with it. */
function fieldNames(key: string): string[] {
  const [definition] = parse(`{ ${key} }`, { noLocation: true }).definitions
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : []
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []))
}
