import { GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString, isEnumType } from 'graphql'
import type { GraphQLLeafType } from 'graphql'

/** Result coercion: the value that clients get; undefined where a subgraph's value is none of the type. */
export type CoerceLeaf = (value: unknown) => unknown

const MAX_INT = 2_147_483_647
const MIN_INT = -2_147_483_648

const coercions: ReadonlyMap<string, CoerceLeaf> = new Map<string, CoerceLeaf>([
  [GraphQLInt.name, (value) => (Number.isInteger(value) && Number(value) <= MAX_INT && Number(value) >= MIN_INT ? value : undefined)],
  [GraphQLFloat.name, (value) => (typeof value === 'number' ? value : undefined)],
  [GraphQLString.name, (value) => (typeof value === 'string' ? value : undefined)],
  [GraphQLBoolean.name, (value) => (typeof value === 'boolean' ? value : undefined)],
  // "It is serialized as a String", https://spec.graphql.org/October2021/#sec-ID
  [GraphQLID.name, (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined)],
])

const anything: CoerceLeaf = (value) => value

export function leafCoercion(type: GraphQLLeafType): CoerceLeaf {
  if (!isEnumType(type)) return coercions.get(type.name) ?? anything
  const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name))
  return (value) => (names.has(value) ? value : undefined)
}
