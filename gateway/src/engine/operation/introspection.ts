import { Kind, executeSync } from 'graphql'
import type { DocumentNode, FieldNode, GraphQLSchema } from 'graphql'
import { keyOf } from './fields.js'

/** What the gateway itself knows: the value of a `__schema` or `__type` field. */
export type Introspect = (nodes: readonly FieldNode[], variables: Readonly<Record<string, unknown>>) => unknown

export function createIntrospect(schema: GraphQLSchema, original: DocumentNode): Introspect {
  return (nodes, variableValues) => {
    const definitions = original.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? { ...node, selectionSet: { kind: Kind.SELECTION_SET as const, selections: nodes } } : node,
    )
    const { data, errors } = executeSync({ schema, document: { kind: Kind.DOCUMENT, definitions }, variableValues })
    const [node] = nodes
    if (errors !== undefined || data == null || node === undefined) throw new Error('Introspection failed.', { cause: errors })
    return data[keyOf(node)]
  }
}
