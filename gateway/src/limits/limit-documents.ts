import { GraphQLError, Kind } from 'graphql'
import type { ASTVisitor, FragmentDefinitionNode, ValidationContext } from 'graphql'
import { createMeasure } from './measure-selection.js'

export interface DocumentLimits {
  readonly depth: number
  readonly aliases: number
  readonly directives: number
  /** Fields in the answer, as far as the document tells: pages count as long as `first`, other lists as 100. */
  readonly cost: number
}

/** A field beside itself is a slip once or twice; hundreds make validation slow. */
const MAX_REPEATED = 10

/** A validation rule: what asks for too much is refused before it is planned. */
export function limitDocuments(limits: DocumentLimits) {
  const most = { ...limits, repeated: MAX_REPEATED }
  const words = {
    depth: 'levels of fields',
    aliases: 'aliases',
    directives: 'directives',
    repeated: 'repeated fields',
    cost: 'fields in the answer',
  }

  return (context: ValidationContext): ASTVisitor => {
    const fragments = new Map<string, FragmentDefinitionNode>()
    for (const node of context.getDocument().definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
    }
    const measure = createMeasure(context.getSchema(), fragments)
    return {
      OperationDefinition(operation) {
        const measured = measure(operation.selectionSet, context.getSchema().getRootType(operation.operation))
        for (const key of ['depth', 'aliases', 'directives', 'repeated', 'cost'] as const) {
          if (measured[key] <= most[key]) continue
          context.reportError(new GraphQLError(`This asks for more than ${most[key]} ${words[key]}.`, { nodes: operation }))
        }
        return false
      },
    }
  }
}
