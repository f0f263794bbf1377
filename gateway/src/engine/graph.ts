import { buildASTSchema, isAbstractType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { createTypes } from './data/types.js'
import type { Types } from './data/types.js'
import { fieldsThatPlansAdd } from './plan/added-fields.js'

/** What the engine knows of a supergraph. */
export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema
  readonly types: Types
  readonly fieldsThatPlansAdd: ReadonlySet<string>
  /** Interfaces and unions that also stand for types that clients don't see. */
  readonly partlyHidden: ReadonlySet<string>
}

export function readGraph(supergraphSdl: string, schema: GraphQLSchema): Graph {
  const document = parse(supergraphSdl, { noLocation: true })
  const supergraph = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true })
  return {
    schema,
    types: createTypes(document, supergraph),
    fieldsThatPlansAdd: fieldsThatPlansAdd(document),
    partlyHidden: new Set(hidingTypes(supergraph, schema)),
  }
}

function hidingTypes(supergraph: GraphQLSchema, schema: GraphQLSchema): string[] {
  return Object.values(supergraph.getTypeMap())
    .filter(isAbstractType)
    .filter((type) => supergraph.getPossibleTypes(type).some(({ name }) => schema.getType(name) === undefined))
    .map(({ name }) => name)
}
