import { getNamedType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { LiveField } from './live-schema.js'

/** Throws, saying what would be right, where the gateway could not serve the field. */
export function checkLiveField(schema: GraphQLSchema, name: string, { channel, query }: Record<string, unknown>): LiveField {
  const demand: (condition: unknown, why: string) => asserts condition = (condition, why) => {
    if (!condition) throw new Error(`@live on Subscription.${name}: ${why}`)
  }
  const watched = schema.getSubscriptionType()?.getFields()[name]
  demand(watched !== undefined, 'there is no such field in the API schema')
  demand(typeof channel === 'string' && channel !== '', '"channel" must name a doorbell, such as "screening:{id}"')
  const asked = schema.getQueryType()?.getFields()[String(query)]
  demand(typeof query === 'string' && asked !== undefined, `there is no Query.${String(query)}`)
  demand(String(asked.type) === String(watched.type), `Query.${query} is ${String(asked.type)}, not ${String(watched.type)}`)
  demand(!isNonNullType(asked.type) && !isListType(asked.type), `Query.${query} must be a single object that may be null`)
  const type = getNamedType(asked.type)
  demand(isObjectType(type) && isIntField(type.getFields()['version']), `${type.name} must have the field "version: Int!"`)

  for (const { name: argument, type: given } of watched.args) {
    const taken = typeOf(asked, argument)
    demand(taken === String(given), `Query.${query} takes "${argument}" as ${taken ?? 'nothing'}, not as ${String(given)}`)
  }
  for (const { name: argument, type: taken } of asked.args) {
    demand(typeOf(watched, argument) !== undefined || !isNonNullType(taken), `it does not take "${argument}", which Query.${query} needs`)
  }
  const afterVersion = typeOf(asked, 'afterVersion')
  demand(afterVersion === undefined || afterVersion === 'Int', `"afterVersion" of Query.${query} must be an Int`)
  for (const [placeholder, named] of channel.matchAll(/\{([^{}]*)\}/g)) {
    const argument = watched.args.find((each) => each.name === named)
    demand(argument && isNonNullType(argument.type) && isLeafType(argument.type.ofType), `"${placeholder}" in "channel" must be a required argument, and a scalar`)
  }
  return { name, channel, query, takesAfterVersion: afterVersion !== undefined, saysFull: type.getFields()['full'] !== undefined }
}

function typeOf(field: GraphQLField<unknown, unknown>, argument: string): string | undefined {
  const found = field.args.find(({ name }) => name === argument)
  return found && String(found.type)
}

function isIntField(field: GraphQLField<unknown, unknown> | undefined): boolean {
  return field !== undefined && String(field.type) === 'Int!' && field.args.length === 0
}
