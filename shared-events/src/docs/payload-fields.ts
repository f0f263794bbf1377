import { z } from 'zod'

export interface Field {
  /** With dots and `[]` where it lies deeper. */
  readonly path: string
  readonly type: string
  readonly meaning: string
}

type JsonSchema = z.core.JSONSchema.BaseSchema

/** The fields of a payload, flat, as a reader of documentation wants them. */
export function fieldsOf(schema: z.ZodType): Field[] {
  return fieldsBelow(z.toJSONSchema(schema), '')
}

function fieldsBelow(schema: JsonSchema, path: string): Field[] {
  if (schema.items !== undefined && isSchema(schema.items)) return fieldsBelow(schema.items, `${path}[]`)
  const variants = variantsOf(schema)
  if (variants.length > 0) return variants.flatMap((variant) => fieldsBelow(variant, path))
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (!isSchema(property)) return []
    const own = path === '' ? name : `${path}.${name}`
    return [{ path: own, type: typeOf(property), meaning: property.description ?? '' }, ...fieldsBelow(property, own)]
  })
}

function variantsOf(schema: JsonSchema): JsonSchema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(isSchema)
}

function typeOf(schema: JsonSchema): string {
  const variants = variantsOf(schema)
  if (variants.length > 0) return [...new Set(variants.map(typeOf))].join(' or ')
  if (schema.const !== undefined) return `"${String(schema.const)}"`
  if (schema.enum !== undefined) return schema.enum.map((value) => `"${String(value)}"`).join(' or ')
  if (schema.format === 'date-time') return 'time'
  if (schema.items !== undefined && isSchema(schema.items)) return `list of ${typeOf(schema.items)}`
  return String(schema.type ?? 'anything')
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
}
