import { GraphQLError, Kind, OperationTypeNode, getOperationAST, separateOperations } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { Graph } from '../graph.js'
import { planningDocument } from './planning-document.js'
import { withSafeNames } from './safe-names.js'
import type { SafeDocument } from './safe-names.js'

export interface PreparedOperation extends Pick<SafeDocument, 'clientKey' | 'clientVariable'> {
  /** As the client wrote it, fragments and all. */
  readonly original: DocumentNode
  /** The same with safe names: by it the answer is made. */
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** What subgraphs have a part in; null where none has. */
  readonly toPlan: DocumentNode | null
}

/** Brings one operation of a valid document into the form that planning and answering begin with. */
export function prepareOperation(graph: Graph, given: DocumentNode, operationName: string | null): PreparedOperation {
  const asked = getOperationAST(given, operationName)
  if (!asked) throw new GraphQLError('There is no such operation.')
  if (asked.operation === OperationTypeNode.SUBSCRIPTION) throw new GraphQLError('A subscription is not answered in one piece.')
  const original = only(given, asked)
  const { document, clientKey, clientVariable } = withSafeNames(original, graph.fieldsThatPlansAdd)
  const operation = operationIn(document)
  const fragments = fragmentsIn(document)
  return { original, document, operation, fragments, toPlan: planningDocument(graph, operation, fragments), clientKey, clientVariable }
}

/** The one operation of a document. */
export function operationIn(document: DocumentNode): OperationDefinitionNode {
  const operation = getOperationAST(document)
  if (!operation) throw new Error('A document lost its operation.')
  return operation
}

/** The operation with the fragments that it uses. */
function only(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  const separated = separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] })
  return separated[operation.name?.value ?? ''] ?? document
}

function fragmentsIn({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
}
