import { Kind } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { isObjectType } from 'graphql'
import type { Being, World } from './world.js'

/** What a @requires field is told, as a subgraph gets it: of a representation only what it asked for, in its order. */
export function told(value: unknown, set: SelectionSetNode): unknown {
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    set.selections.flatMap((selection) => {
      if (selection.kind !== Kind.FIELD) return []
      const name = selection.name.value
      const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : 'MISSING'
      return [[name, selection.selectionSet === undefined ? given : told(given, selection.selectionSet)]]
    }),
  )
}

/** The same where there are no subgraphs. Required fields are nullable, without arguments, and no lists. */
export function known(world: World, requires: ReadonlyMap<string, SelectionSetNode>, schema: GraphQLSchema, being: Being, set: SelectionSetNode): unknown {
  return Object.fromEntries(
    set.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [[selection.name.value, valueOf(selection.name.value, selection.selectionSet)]] : [])),
  )

  function valueOf(field: string, below: SelectionSetNode | undefined): unknown {
    const typename = world.typeOf(being)
    const type = schema.getType(typename)
    const declared = isObjectType(type) ? type.getFields()[field]?.type : undefined
    if (declared === undefined) throw new Error(`There is no ${typename}.${field}.`)
    const own = requires.get(`${typename}.${field}`)
    try {
      const value = world.value(being, field, declared, {}, own && known(world, requires, schema, being, own))
      return below !== undefined && isBeing(value) ? known(world, requires, schema, value, below) : value
    } catch {
      return null
    }
  }
}

export function isBeing(value: unknown): value is Being {
  return typeof value === 'object' && value !== null && 'number' in value
}
