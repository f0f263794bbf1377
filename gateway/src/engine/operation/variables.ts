import { getVariableValues } from 'graphql'
import type { GraphQLError, GraphQLSchema, VariableDefinitionNode } from 'graphql'

/** The variables of one request, by their safe names. */
export interface Variables {
  /** Whether a Boolean variable is true. */
  readonly isTrue: (name: string) => boolean
  /** A variable's value as JSON; undefined where the client gave none and there is no default. */
  readonly textOf: (name: string) => string | undefined
  /** As the client sent them. */
  readonly given: Readonly<Record<string, unknown>>
}

export type CoercedVariables =
  | { readonly kind: 'fit'; readonly variables: Variables }
  | { readonly kind: 'wrong'; readonly errors: readonly GraphQLError[] }

/**
 * @param definitions the client's own.
 * @param given as the client sent them.
 * @param clientName of a variable's safe name.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Readonly<Record<string, unknown>>,
  clientName: (name: string) => string,
): CoercedVariables {
  if (definitions.length === 0) return { kind: 'fit', variables: none }
  const result = getVariableValues(schema, definitions, given)
  if (result.errors !== undefined) return { kind: 'wrong', errors: result.errors }
  const { coerced } = result
  const texts = new Map<string, string | undefined>()
  return {
    kind: 'fit',
    variables: {
      given,
      isTrue: (name) => coerced[clientName(name)] === true,
      textOf(name) {
        if (!texts.has(name)) texts.set(name, JSON.stringify(valueOf(clientName(name))))
        return texts.get(name)
      },
    },
  }

  /** Subgraphs coerce themselves, so they get what the client gave. */
  function valueOf(name: string): unknown {
    return Object.hasOwn(given, name) ? given[name] : Object.hasOwn(coerced, name) ? coerced[name] : undefined
  }
}

const none: Variables = { isTrue: () => false, textOf: () => undefined, given: {} }
