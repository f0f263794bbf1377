import { Kind, visit } from 'graphql'
import type { DocumentNode, TypeNode } from 'graphql'

/** The same schema for a subgraph that may answer what it wants: nothing is non-null, and leaves are of any type. */
export function loosen(document: DocumentNode): DocumentNode {
  const leaves = new Set(['Int', 'Float', 'String', 'Boolean'])
  for (const node of document.definitions) if (node.kind === Kind.ENUM_TYPE_DEFINITION) leaves.add(node.name.value)

  function loose(type: TypeNode): TypeNode {
    if (type.kind === Kind.NON_NULL_TYPE) return loose(type.type)
    if (type.kind === Kind.LIST_TYPE) return { ...type, type: loose(type.type) }
    return leaves.has(type.name.value) ? { ...type, name: { kind: Kind.NAME, value: 'Loose' } } : type
  }

  const loosened: DocumentNode = visit(document, { FieldDefinition: (node) => ({ ...node, type: loose(node.type) }) })
  return {
    ...loosened,
    definitions: [...loosened.definitions, { kind: Kind.SCALAR_TYPE_DEFINITION, name: { kind: Kind.NAME, value: 'Loose' } }],
  }
}
