import { badUserInput } from '@mov-ticket/service-kit'
import { GraphQLError, Kind, TypeInfo, getArgumentValues, getVariableValues, print, visit, visitWithTypeInfo } from 'graphql'
import type { DocumentNode, FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { fieldsOfVariableError } from '../../graph/fields-of-variable-error.js'
import type { LiveField, LiveSchema } from './live-schema.js'
import { rewrite } from './rewrite.js'

/** A subscription, made ready: what is asked again and again in its place. */
export interface LiveOperation {
  readonly field: LiveField
  /** The text of the query; where the field takes it, `$live_after` is to be set. */
  readonly query: string
  /** Under which the client finds the answer. */
  readonly responseKey: string
  /** Whether everything that is selected is the same for everybody. */
  readonly isPublic: boolean
  /** Throws BAD_USER_INPUT where the variables do not fit. */
  bind(variables: Readonly<Record<string, unknown>>): BoundVariables
}

export interface BoundVariables {
  readonly channel: string
  /** What is left of the client's variables, in an order that does not depend on the client's. */
  readonly variables: Readonly<Record<string, unknown>>
  /** The version that the client has; null: none. */
  readonly afterVersion: number | null
}

/** Ids are short; a channel's name is a key in Redis. */
const MAX_CHANNEL_LENGTH = 200

/** `document` is valid, and `operation` a subscription of it. Throws BAD_USER_INPUT where it can't be served. */
export function compileLiveOperation(document: DocumentNode, operation: OperationDefinitionNode, live: LiveSchema): LiveOperation {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const roots = rootsOf(operation.selectionSet, fragments)
  const [root] = roots
  const field = root && live.fields.get(root.name.value)
  const definition = root && live.schema.getSubscriptionType()?.getFields()[root.name.value]
  if (root === undefined || field === undefined || definition === undefined) throw badUserInput(`Subscription.${root?.name.value ?? ''} is not live.`)

  const { query, variables: kept } = rewrite(operation, roots, fragments, field)
  return {
    field,
    query: print(query),
    responseKey: (root.alias ?? root.name).value,
    isPublic: isAllPublic(query, live),
    bind(given) {
      const { coerced, errors } = getVariableValues(live.schema, operation.variableDefinitions ?? [], given, { maxErrors: 5 })
      if (errors !== undefined) throw badUserInput(...saidOf(errors[0]?.message ?? 'The variables do not fit.'))
      const args = argumentsOf(definition, root, coerced)
      const channel = field.channel.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(args[name]))
      if (channel.length > MAX_CHANNEL_LENGTH) throw badUserInput('There is no such id: it is too long.')
      const afterVersion = args['afterVersion']
      return {
        channel,
        variables: Object.fromEntries(Object.entries(given).filter(([name]) => kept.has(name)).toSorted(byName)),
        afterVersion: field.takesAfterVersion && typeof afterVersion === 'number' ? afterVersion : null,
      }
    },
  }
}

/** A valid document may still give null by a variable where an argument must not be null. */
function argumentsOf(...[definition, node, variables]: Parameters<typeof getArgumentValues>): Record<string, unknown> {
  try {
    return getArgumentValues(definition, node, variables)
  } catch (error) {
    throw error instanceof GraphQLError ? badUserInput(error.message) : error
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

function rootsOf({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.directives?.length) throw badUserInput('A directive has no place at the root of a subscription.')
    if (selection.kind === Kind.FIELD) return [selection]
    const set = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet
    return set ? rootsOf(set, fragments) : []
  })
}

/** What nobody declared public is private. */
export function isAllPublic(query: DocumentNode, live: LiveSchema): boolean {
  const types = new TypeInfo(live.schema)
  let isPublic = true
  visit(
    query,
    visitWithTypeInfo(types, {
      Field({ name: { value } }) {
        if (value === '__typename') return
        const parent = types.getParentType()
        if (!parent || !live.isPublic(parent.name, value)) isPublic = false
      },
    }),
  )
  return isPublic
}

function saidOf(message: string): [string, Record<string, string>] {
  return [message, fieldsOfVariableError(message) ?? {}]
}
