import { buildASTSchema, isAbstractType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { createTypeConditions } from './data/type-conditions.js'
import type { TypeConditions } from './data/type-conditions.js'
import { fieldsThatPlansAdd } from './plan/added-fields.js'

/** What the engine knows of a supergraph. */
export interface Graph {
  /** What clients see. */
  readonly schema: GraphQLSchema
  readonly types: TypeConditions
  readonly fieldsThatPlansAdd: ReadonlySet<string>
  /** Interfaces and unions that also stand for types that clients don't see. */
  readonly partlyHidden: ReadonlySet<string>
}

export function readGraph(supergraphSdl: string, schema: GraphQLSchema): Graph {
  const document = parse(supergraphSdl, { noLocation: true })
  const supergraph = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true })
  return {
    schema,
    types: createTypeConditions(supergraph),
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
