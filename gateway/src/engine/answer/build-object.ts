import type { FieldNode } from 'graphql'
import type { JsonObject, ResponsePath } from '../data/json.js'
import { isJsonObject } from '../data/json.js'
import type { FieldShape, ObjectShape, ValueShape } from './shape.js'

export type IntrospectField = (nodes: readonly FieldNode[]) => unknown

/** A value is not what the schema says. */
export interface Violation {
  readonly path: ResponsePath
  readonly message: string
  /** Nothing came for it, not even a null. */
  readonly isMissing: boolean
}

/** In place of a null where none may be: what is around it becomes null. */
const bubble = Symbol('bubble')

/** Makes an answer's data, object by object, and notes what is not as the schema says. Null: nothing of it is left. */
export function buildObject(root: ObjectShape, data: JsonObject, introspect: IntrospectField, violations: Violation[]): JsonObject | null {
  const path: (string | number)[] = []
  const answer = objectOf(root, data)
  return answer === bubble ? null : answer

  function objectOf(shape: ObjectShape, object: JsonObject): JsonObject | typeof bubble {
    const fields = shape.fieldsOf(object)
    if (fields === null) return violated(`${shape.type} can't be a ${String(object['__typename'])}.`)
    const built: JsonObject = {}
    for (const field of fields) {
      path.push(field.clientKey)
      const value = fieldOf(field, object)
      path.pop()
      if (value === bubble) return bubble
      set(built, field.clientKey, value)
    }
    return built
  }

  function fieldOf({ key, value: shape, coordinate }: FieldShape, object: JsonObject): unknown {
    if (shape.kind === 'introspection') return introspect(shape.nodes)
    if (shape.kind === 'typename') return shape.name ?? violated(`${coordinate} is not known.`)
    return valueOf(shape, object[key], coordinate)
  }

  function valueOf(shape: ValueShape, value: unknown, coordinate: string): unknown {
    if (shape.kind === 'typename' || shape.kind === 'introspection') return bubble
    if (value === null || value === undefined) return shape.isNonNull ? violated(`${coordinate} must not be null.`, value === undefined) : null
    const completed = completedOf(shape, value, coordinate)
    return completed === bubble && !shape.isNonNull ? null : completed
  }

  function completedOf(shape: Exclude<ValueShape, { kind: 'typename' | 'introspection' }>, value: unknown, coordinate: string): unknown {
    switch (shape.kind) {
      case 'leaf':
        return shape.coerce(value) ?? violated(`${coordinate} has a value that is none of its type.`)
      case 'object':
        return isJsonObject(value) ? objectOf(shape.object, value) : violated(`${coordinate} is not an object.`)
      default:
        return Array.isArray(value) ? listOf(shape.item, value, coordinate) : violated(`${coordinate} is not a list.`)
    }
  }

  function listOf(shape: ValueShape, list: readonly unknown[], coordinate: string): unknown {
    const built: unknown[] = []
    for (const [index, item] of list.entries()) {
      path.push(index)
      const value = valueOf(shape, item, coordinate)
      path.pop()
      if (value === bubble) return bubble
      built.push(value)
    }
    return built
  }

  function violated(message: string, isMissing = false): typeof bubble {
    violations.push({ path: [...path], message, isMissing })
    return bubble
  }
}

function set(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}
