import { isJsonObject } from './json.js'
import type { JsonObject } from './json.js'
import type { Types } from './types.js'

/**
 * Adds what a fetch brought to what is there already. Objects and lists of the same length become one; null wins over an
 * object, whichever came first: a field with an error is null.
 *
 * @param isShared the source went to another target before: later fetches give each target its own values, so they must
 * not share parts.
 */
export function merge(target: JsonObject, source: JsonObject, types: Types, isShared: boolean): void {
  for (const key in source) {
    // No fetch asks for it (see safe-names.ts), and assigning it would change what the target is.
    if (key === '__proto__') continue
    const value = source[key]
    if (value === undefined) continue
    if (key === '__typename' && isLessExact(value, target[key], types)) continue
    target[key] = merged(target[key], value, types, isShared)
  }
}

/** A subgraph with an interface object does not know more of it than the interface's name. */
function isLessExact(typename: unknown, there: unknown, types: Types): boolean {
  return typename !== there && typeof there === 'string' && typeof typename === 'string' && types.fits(there, typename)
}

function merged(there: unknown, value: unknown, types: Types, isShared: boolean): unknown {
  if (isJsonObject(there) && isJsonObject(value)) {
    merge(there, value, types, isShared)
    return there
  }
  if (Array.isArray(there) && Array.isArray(value) && there.length === value.length) {
    for (let index = 0; index < value.length; index += 1) there[index] = merged(there[index], value[index], types, isShared)
    return there
  }
  if (there === null) return null
  return isShared ? copy(value) : value
}

export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  if (!isJsonObject(value)) return value
  const copied: JsonObject = {}
  for (const key in value) {
    // A value of a custom scalar may hold any key.
    if (key === '__proto__') Object.defineProperty(copied, key, { value: copy(value[key]), enumerable: true, configurable: true, writable: true })
    else copied[key] = copy(value[key])
  }
  return copied
}
