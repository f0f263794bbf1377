import { isInterfaceType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { isJsonObject } from './json.js'

/** Which type conditions an object fits, by its `__typename`. */
export interface TypeConditions {
  /** Whether the supergraph has such a type. */
  knows(typename: string): boolean
  fits(typename: string, condition: string): boolean
  /** Whether a value is an object that fits one of them; one that does not say its type fits. */
  fitsAny(value: unknown, conditions: readonly string[]): boolean
}

/** @param supergraph not what clients see of it: plans also name what is @inaccessible. */
export function createTypeConditions(supergraph: GraphQLSchema): TypeConditions {
  const conditionsOf = new Map<string, Set<string>>()
  const types = Object.values(supergraph.getTypeMap())
  for (const type of types) {
    // An interface object calls itself by the name of its interface.
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    conditionsOf.set(type.name, new Set([type.name, ...type.getInterfaces().map(({ name }) => name)]))
  }
  for (const union of types.filter(isUnionType)) {
    for (const member of union.getTypes()) conditionsOf.get(member.name)?.add(union.name)
  }

  function fits(typename: string, condition: string): boolean {
    return typename === condition || conditionsOf.get(typename)?.has(condition) === true
  }
  return {
    knows: (typename) => conditionsOf.has(typename),
    fits,
    fitsAny(value, conditions) {
      if (!isJsonObject(value)) return false
      const typename = value['__typename']
      return typeof typename !== 'string' || conditions.some((condition) => fits(typename, condition))
    },
  }
}
