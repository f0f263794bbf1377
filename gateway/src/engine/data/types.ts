import { isInterfaceType, isObjectType, isUnionType } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { isJsonObject } from './json.js'
import { readSubgraphTypes } from './subgraph-types.js'

/** What is known of objects by their `__typename`. Of the supergraph, not of what clients see: plans also name what is @inaccessible. */
export interface Types {
  /** Whether there is such a type. */
  knows(typename: string): boolean
  /** Whether an object fits a type condition. */
  fits(typename: string, condition: string): boolean
  /** Whether a value is an object that fits one of them; one that does not say its type fits. */
  fitsAny(value: unknown, conditions: readonly string[]): boolean
  /** What a subgraph calls an object of this type: where an interface is an object there, by its name. */
  nameIn(subgraph: string, typename: string): string
  /** Whether a subgraph can find an entity by these fields. */
  isFoundBy(subgraph: string, typename: string, fields: ReadonlySet<string>): boolean
}

export function createTypes(document: DocumentNode, supergraph: GraphQLSchema): Types {
  const conditionsOf = new Map<string, Set<string>>()
  const all = Object.values(supergraph.getTypeMap())
  for (const type of all) {
    // An interface object calls itself by the name of its interface.
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    conditionsOf.set(type.name, new Set([type.name, ...type.getInterfaces().map(({ name }) => name)]))
  }
  for (const union of all.filter(isUnionType)) {
    for (const member of union.getTypes()) conditionsOf.get(member.name)?.add(union.name)
  }
  const subgraphs = readSubgraphTypes(document)

  function fits(typename: string, condition: string): boolean {
    return typename === condition || conditionsOf.get(typename)?.has(condition) === true
  }
  function nameIn(subgraph: string, typename: string): string {
    const there = subgraphs.get(subgraph)
    if (there === undefined || there.types.has(typename)) return typename
    return [...there.interfaceObjects].find((name) => fits(typename, name)) ?? typename
  }
  return {
    knows: (typename) => conditionsOf.has(typename),
    fits,
    fitsAny(value, conditions) {
      if (!isJsonObject(value)) return false
      const typename = value['__typename']
      return typeof typename !== 'string' || conditions.some((condition) => fits(typename, condition))
    },
    nameIn,
    isFoundBy(subgraph, typename, fields) {
      const keys = subgraphs.get(subgraph)?.types.get(nameIn(subgraph, typename)) ?? []
      return keys.some((key) => key.every((field) => fields.has(field)))
    },
  }
}
