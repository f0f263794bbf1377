import type { JsonObject } from '../data/json.js'
import { isJsonObject } from '../data/json.js'
import type { ObjectShape, ValueShape } from './shape.js'
import type { IntrospectField } from './build-object.js'

/**
 * Writes an answer's data as JSON, straight from the merged data: the way of nearly all answers. Undefined where
 * anything is not as the schema says; build-object.ts then finds out what becomes null, and why.
 */
export function writeText(shape: ObjectShape, object: JsonObject, introspect: IntrospectField): string | undefined {
  const fields = shape.fieldsOf(object)
  if (fields === null) return undefined
  let text = ''
  for (const { key, head, value } of fields) {
    const written = value.kind === 'typename' ? JSON.stringify(value.name ?? undefined) : writeValue(value, object[key], introspect)
    if (written === undefined) return undefined
    text += text === '' ? head + written : `,${head}${written}`
  }
  return `{${text}}`
}

function writeValue(shape: ValueShape, value: unknown, introspect: IntrospectField): string | undefined {
  if (shape.kind === 'introspection') return JSON.stringify(introspect(shape.nodes))
  if (shape.kind === 'typename') return undefined
  if (value === null || value === undefined) return shape.isNonNull ? undefined : 'null'
  if (shape.kind === 'leaf') return JSON.stringify(shape.coerce(value))
  if (shape.kind === 'object') return isJsonObject(value) ? writeText(shape.object, value, introspect) : undefined
  if (!Array.isArray(value)) return undefined
  let text = ''
  for (const item of value) {
    const written = writeValue(shape.item, item, introspect)
    if (written === undefined) return undefined
    text += text === '' ? written : `,${written}`
  }
  return `[${text}]`
}
