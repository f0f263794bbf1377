import { Kind, parse, visit } from 'graphql'
import type { DocumentNode } from 'graphql'

/**
 * The fields that a plan may ask for though the client did not: parts of keys, and what @requires and @provides name.
 * They are asked for under their own names, so nothing else may go by those.
 */
export function fieldsThatPlansAdd(supergraph: DocumentNode): ReadonlySet<string> {
  const added = new Set<string>()
  visit(supergraph, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'join__type' && name.value !== 'join__field') return
      for (const { name: argument, value } of given) {
        if (value.kind === Kind.STRING && /^(key|requires|provides)$/.test(argument.value)) addFields(value.value, added)
      }
    },
  })
  return added
}

function addFields(fieldSet: string, added: Set<string>): void {
  visit(parse(`{ ${fieldSet} }`, { noLocation: true }), { Field: ({ name }) => void added.add(name.value) })
}
