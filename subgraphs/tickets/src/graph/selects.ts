import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/** Whether the field `name` is asked for anywhere below the field that is being resolved. */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, name: string): boolean {
  const seen = new Set<string>()
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value === name || within(selection.selectionSet)
      if (selection.kind === Kind.INLINE_FRAGMENT) return within(selection.selectionSet)
      const fragment = selection.name.value
      if (seen.has(fragment)) return false
      seen.add(fragment)
      return within(fragments[fragment]?.selectionSet)
    }) ?? false
  return fieldNodes.some((node) => within(node.selectionSet))
}
