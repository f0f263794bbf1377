import { Kind } from 'graphql'
import type { DocumentNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'

/** How many calls of root fields an operation makes: one for each name in the answer. `@skip` and `@include` are ignored. */
export function rootFieldsOf(operation: OperationDefinitionNode, document: DocumentNode): number {
  const names = new Set<string>()
  const spread = new Set<string>()

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.alias?.value ?? selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        for (const definition of document.definitions) {
          const isIt = definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value
          if (isIt) collect(definition.selectionSet)
        }
      }
    }
  }

  collect(operation.selectionSet)
  return names.size
}
