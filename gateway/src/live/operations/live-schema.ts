import { isInterfaceType, isObjectType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { checkLiveField } from './check-live-field.js'
import { argumentsOf, directiveNames, fieldsWith } from './live-directives.js'

/** A subscription field that the gateway answers by asking a query again and again. */
export interface LiveField {
  readonly name: string
  /** Whose doorbell says that there is something new, such as `screening:{screeningId}`. */
  readonly channel: string
  /** The field of Query that is asked. */
  readonly query: string
  /** Whether the query takes `afterVersion`: it is asked for what changed, else it is asked whole. */
  readonly takesAfterVersion: boolean
  /** Whether the answer says with `full` that it is all there is. */
  readonly saysFull: boolean
}

/** What the supergraph says about live fields. The API schema has lost all directives. */
export interface LiveSchema {
  readonly schema: GraphQLSchema
  /** By name. */
  readonly fields: ReadonlyMap<string, LiveField>
  /** What says @public, such as `Query.seatMap`. */
  readonly publicFields: ReadonlySet<string>
  /** Whether a field says that it is the same for everybody. For an interface every type that implements it must. */
  isPublic(typeName: string, fieldName: string): boolean
}

/** Throws where a field says @live and can't be served: composition does not look inside our directives. */
export function readLiveSchema(supergraphSdl: string, schema: GraphQLSchema): LiveSchema {
  const document = parse(supergraphSdl, { noLocation: true })
  const names = directiveNames(document)
  const publicFields = new Set(fieldsWith([names.public], document).map(({ type, field }) => `${type}.${field.name.value}`))
  const fields = fieldsWith([names.live], document).map(({ type, field, directive }) => {
    const name = field.name.value
    if (type !== schema.getSubscriptionType()?.name) throw new Error(`@live on ${type}.${name}: only a field of Subscription can be live`)
    return checkLiveField(schema, name, argumentsOf(directive))
  })

  return {
    schema,
    fields: new Map(fields.map((field) => [field.name, field])),
    publicFields,
    isPublic(typeName, fieldName) {
      const type = schema.getType(typeName)
      const bearers = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : isObjectType(type) ? [type] : []
      return bearers.length > 0 && bearers.every(({ name }) => publicFields.has(`${name}.${fieldName}`))
    },
  }
}
