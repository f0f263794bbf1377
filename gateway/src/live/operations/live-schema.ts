import { Kind, isInterfaceType, isObjectType, parse, valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode, FieldDefinitionNode, GraphQLSchema, ObjectTypeDefinitionNode } from 'graphql'
import { checkLiveField } from './check-live-field.js'

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
  /** Whether a field says that it is the same for everybody. For an interface every type that implements it must. */
  isPublic(typeName: string, fieldName: string): boolean
}

const SPEC = /^https:\/\/specs\.mov-ticket\.example\/live\/v1\.\d+$/

/** Throws where a field says @live and can't be served: composition does not look inside our directives. */
export function readLiveSchema(supergraphSdl: string, schema: GraphQLSchema): LiveSchema {
  const document = parse(supergraphSdl, { noLocation: true })
  const links = document.definitions.flatMap((node) => (node.kind === Kind.SCHEMA_DEFINITION ? (node.directives ?? []) : []))
  const live = importedName(links, '@live')
  const isPublic = importedName(links, '@public')
  const types = document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION)
  const publicFields = new Set(
    types.flatMap((type) =>
      (type.fields ?? []).filter((field) => find(field, isPublic)).map((field) => `${type.name.value}.${field.name.value}`),
    ),
  )
  const fields = types
    .filter((type): type is ObjectTypeDefinitionNode => type.name.value === schema.getSubscriptionType()?.name)
    .flatMap((type) => type.fields ?? [])
    .flatMap((field) => {
      const directive = find(field, live)
      return directive ? [checkLiveField(schema, field.name.value, argumentsOf(directive))] : []
    })

  return {
    schema,
    fields: new Map(fields.map((field) => [field.name, field])),
    isPublic(typeName, fieldName) {
      const type = schema.getType(typeName)
      const bearers = isInterfaceType(type) ? [type, ...schema.getPossibleTypes(type)] : isObjectType(type) ? [type] : []
      return bearers.length > 0 && bearers.every(({ name }) => publicFields.has(`${name}.${fieldName}`))
    },
  }
}

/** What the directive is called in this supergraph; null where no subgraph imports it. */
function importedName(links: readonly ConstDirectiveNode[], directive: string): string | null {
  for (const link of links) {
    const { url, import: imports } = argumentsOf(link)
    if (link.name.value !== 'link' || typeof url !== 'string' || !SPEC.test(url) || !Array.isArray(imports)) continue
    for (const imported of imports) {
      if (imported === directive) return directive.slice(1)
      if (imported?.name === directive) return String(imported.as ?? directive).slice(1)
    }
  }
  return null
}

function find(field: FieldDefinitionNode, directive: string | null): ConstDirectiveNode | undefined {
  return field.directives?.find(({ name }) => name.value === directive)
}

function argumentsOf({ arguments: args = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(args.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]))
}
