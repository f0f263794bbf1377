// @ts-check
import { Kind, print, stripIgnoredCharacters, visit } from 'graphql'

/**
 * Every operation with the fragments that it uses, as one short text.
 * @param {readonly { document?: import('graphql').DocumentNode }[]} documents
 */
export function texts(documents) {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? [])
  const fragments = new Map(definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])))

  function used(node, found = new Map()) {
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value)
        if (fragment === undefined || found.has(value)) return
        found.set(value, fragment)
        used(fragment, found)
      },
    })
    return found
  }

  return definitions
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [node] : []))
    .map((operation) => {
      const [field, ...others] = operation.selectionSet.selections
      const name = operation.name?.value
      if (name === undefined || field?.kind !== Kind.FIELD || others.length > 0) {
        throw new Error(`${name ?? 'An operation without a name'} must have a name and one root field.`)
      }
      const text = stripIgnoredCharacters([operation, ...used(operation).values()].map(print).join('\n'))
      return { name, kind: operation.operation, rootField: field.name.value, text }
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
