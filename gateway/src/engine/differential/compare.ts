import { isJsonObject } from '../data/json.js'

/** Where and how two values differ first; null: nowhere. The order of keys is not looked at. */
export function differenceOf(one: unknown, other: unknown, path = 'data'): string | null {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return first(one.map((_, index) => differenceOf(one[index], other[index], `${path}/${index}`)))
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return first(keys.map((key) => differenceOf(own(one, key), own(other, key), `${path}/${key}`)))
  }
  return one === other ? null : `${path}: ${JSON.stringify(one)} is not ${JSON.stringify(other)}`
}

export function own(object: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function first(differences: readonly (string | null)[]): string | null {
  return differences.find((difference) => difference !== null) ?? null
}
