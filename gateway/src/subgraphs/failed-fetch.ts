import type { GraphQLFormattedError, SelectionSetNode } from 'graphql'
import { Kind, parse } from 'graphql'
import { isIncluded, isMet, keyOf } from '../engine/operation/fields.js'

/** More errors than these tell a client nothing new. */
const MAX_ERRORS = 100

/**
 * The errors of a fetch that brought nothing: one for each thing that was asked for, with its path in the subgraph's
 * answer, so that the client learns which of its fields are null because of it.
 */
export function failedFetch(
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
  { message, extensions }: { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> },
): GraphQLFormattedError[] {
  return pathsOf(query, variables)
    .slice(0, MAX_ERRORS)
    .map((path) => ({ message, path, extensions: { ...extensions } }))
}

function pathsOf(query: string, variables: Readonly<Record<string, unknown>>): (string | number)[][] {
  const representations = variables['representations']
  if (Array.isArray(representations)) return representations.map((_, index) => ['_entities', index])
  return rootKeysOf(query, (variable) => variables[variable] === true).map((key) => [key])
}

/** The response keys of what is asked of a root type, whose name needs no asking. @param isTrue whether a variable that a condition looks at is. */
export function rootKeysOf(query: string, isTrue: (variable: string) => boolean | 'unknown'): string[] {
  const { definitions } = parse(query, { noLocation: true })
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  return [...new Set(operation === undefined ? [] : keysOf(operation.selectionSet))]

  function keysOf({ selections }: SelectionSetNode): string[] {
    return selections.flatMap((selection) => {
      if (!isIncluded(selection, (condition) => isMet(condition, isTrue))) return []
      if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [keyOf(selection)]
      if (selection.kind === Kind.INLINE_FRAGMENT) return keysOf(selection.selectionSet)
      const fragment = definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value)
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? keysOf(fragment.selectionSet) : []
    })
  }
}
