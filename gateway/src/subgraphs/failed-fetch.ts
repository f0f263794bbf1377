import type { GraphQLFormattedError } from 'graphql'
import { Kind, parse } from 'graphql'

/** More errors than these tell a client nothing new. */
const MAX_ERRORS = 10

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
  const operation = parse(query, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const fields = operation?.selectionSet.selections.filter((node) => node.kind === Kind.FIELD) ?? []
  return fields.map((field) => [field.alias?.value ?? field.name.value])
}
