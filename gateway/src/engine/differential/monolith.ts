import { execute } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import { publicErrorOf } from '../../subgraphs/subgraph-answer.js'
import type { Facts } from './facts.js'
import { known } from './requirements.js'
import type { Outcome } from './outcome.js'
import type { Being, World } from './world.js'

/** What graphql-js answers where there are no subgraphs: the specification's word on what is right. */
export async function askMonolith(
  schema: GraphQLSchema,
  facts: Facts,
  world: World,
  { document, operationName, variables }: { readonly document: DocumentNode; readonly operationName: string | null; readonly variables: Record<string, unknown> },
): Promise<Outcome> {
  const result = await execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    typeResolver: (value: Being) => world.typeOf(value),
    fieldResolver: (source: Being | undefined, args, _, { fieldName, parentType, returnType }) => {
      const being = source ?? world.root(parentType.name)
      const wanted = facts.requires.get(`${world.typeOf(being)}.${fieldName}`)
      return world.value(being, fieldName, returnType, args, wanted && known(world, facts.requires, schema, being, wanted))
    },
  })
  const { data, errors = [] } = JSON.parse(JSON.stringify(result))
  return { data, errors: errors.map(publicErrorOf) }
}
