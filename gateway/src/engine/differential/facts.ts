import { Kind, parse, valueFromASTUntyped, visit } from 'graphql'
import type { ConstDirectiveNode, DocumentNode, SelectionSetNode } from 'graphql'
import type { TestGraph } from './graphs/test-graph.js'

/** What a world must know of a graph to be one and the same whichever subgraph is asked. */
export interface Facts {
  /** Object types, sorted. */
  readonly types: readonly string[]
  /** The types that an interface or union stands for in every subgraph that has it. */
  readonly possible: ReadonlyMap<string, readonly string[]>
  /** The values that an enum has everywhere. */
  readonly enums: ReadonlyMap<string, readonly string[]>
  /** `Product.id`: leaves and objects that entities are known by. */
  readonly keys: ReadonlySet<string>
  /** `Product.postage` -> what the subgraph must be told. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>
}

export function factsOf({ subgraphs }: TestGraph): Facts {
  const documents = Object.values(subgraphs).map((sdl) => parse(sdl, { noLocation: true }))
  const possibles = documents.map(possibleIn)
  const possible = new Map(names(possibles).map((name) => [name, inAll(possibles, name)]))
  const enums = documents.map(enumsIn)
  const types = documents.flatMap(objectsIn).filter((name) => !possible.has(name))
  const keys = new Set<string>()
  const requires = new Map<string, SelectionSetNode>()
  for (const document of documents) {
    for (const node of typesIn(document)) {
      const concrete = possible.get(node.name.value) ?? [node.name.value]
      for (const type of concrete) {
        for (const key of fieldSets(node.directives, 'key')) addKeys(type, key, keys, documents)
        for (const field of node.fields ?? []) {
          for (const set of fieldSets(field.directives, 'requires')) requires.set(`${type}.${field.name.value}`, set)
        }
      }
    }
  }
  return { types: [...new Set(types)].toSorted(), possible, enums: new Map(names(enums).map((name) => [name, inAll(enums, name)])), keys, requires }
}

function typesIn({ definitions }: DocumentNode) {
  return definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION)
}

function objectsIn(document: DocumentNode): string[] {
  return typesIn(document).flatMap((node) => (node.kind === Kind.INTERFACE_TYPE_DEFINITION ? [] : [node.name.value]))
}

function possibleIn(document: DocumentNode): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const node of document.definitions) {
    if (node.kind === Kind.UNION_TYPE_DEFINITION) found.set(node.name.value, (node.types ?? []).map(({ name }) => name.value))
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      const members = document.definitions.filter((type) => type.kind === Kind.OBJECT_TYPE_DEFINITION && type.interfaces?.some(({ name }) => name.value === node.name.value))
      found.set(node.name.value, members.flatMap((type) => ('name' in type && type.name ? [type.name.value] : [])))
    }
  }
  return found
}

function enumsIn(document: DocumentNode): Map<string, string[]> {
  const nodes = document.definitions.filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION)
  return new Map(nodes.map((node) => [node.name.value, (node.values ?? []).map(({ name }) => name.value)]))
}

function names(maps: readonly ReadonlyMap<string, unknown>[]): string[] {
  return [...new Set(maps.flatMap((map) => [...map.keys()]))]
}

function inAll(maps: readonly ReadonlyMap<string, readonly string[]>[], name: string): readonly string[] {
  const lists = maps.flatMap((map) => (map.has(name) ? [map.get(name) ?? []] : []))
  const [first = [], ...rest] = lists
  return first.filter((member) => rest.every((list) => list.includes(member)))
}

function fieldSets(directives: readonly ConstDirectiveNode[] | undefined, directive: string): SelectionSetNode[] {
  return (directives ?? []).filter(({ name }) => name.value === directive).map(({ arguments: given = [] }) => {
    const fields = given.find(({ name }) => name.value === 'fields')
    return selectionSet(String(fields && valueFromASTUntyped(fields.value)))
  })
}

function selectionSet(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no selection.`)
  return operation.selectionSet
}

function addKeys(type: string, set: SelectionSetNode, keys: Set<string>, documents: readonly DocumentNode[]): void {
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) continue
    keys.add(`${type}.${selection.name.value}`)
    if (selection.selectionSet === undefined) continue
    const below = documents.flatMap(typesIn).find(({ name }) => name.value === type)?.fields?.find(({ name }) => name.value === selection.name.value)
    if (below !== undefined) addKeys(namedType(below.type), selection.selectionSet, keys, documents)
  }
}

function namedType(type: Parameters<typeof visit>[0]): string {
  let name = ''
  visit(type, { NamedType: (node) => void (name = node.name.value) })
  return name
}
