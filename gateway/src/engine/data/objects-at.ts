import type { PlanPath } from '../plan/plan.js'
import { isJsonObject } from './json.js'
import type { JsonObject, ResponsePath } from './json.js'
import type { Types } from './types.js'

/** The objects at a plan's path, in order. Nulls and types that the path does not mean are passed over. */
export function objectsAt(value: unknown, path: PlanPath, types: Types): JsonObject[] {
  const found: JsonObject[] = []
  gather(value, 0)
  return found

  function gather(at: unknown, index: number): void {
    if (Array.isArray(at)) {
      const next = path[index]?.kind === 'items' ? index + 1 : index
      for (const item of at) gather(item, next)
      return
    }
    if (!isJsonObject(at)) return
    const segment = path[index]
    if (segment === undefined) found.push(at)
    else if (segment.kind === 'field') gather(at[segment.key], index + 1)
    else if (segment.kind === 'types' && types.fitsAny(at, segment.names)) gather(at, index + 1)
  }
}

/** The same with where each stands. Only errors need it, so only they pay for it. */
export function placesAt(value: unknown, path: PlanPath, types: Types): Map<JsonObject, ResponsePath> {
  const found = new Map<JsonObject, ResponsePath>()
  gather(value, 0, [])
  return found

  function gather(at: unknown, index: number, place: ResponsePath): void {
    if (Array.isArray(at)) {
      const next = path[index]?.kind === 'items' ? index + 1 : index
      for (const [position, item] of at.entries()) gather(item, next, [...place, position])
      return
    }
    if (!isJsonObject(at)) return
    const segment = path[index]
    if (segment === undefined) found.set(at, place)
    else if (segment.kind === 'field') gather(at[segment.key], index + 1, [...place, segment.key])
    else if (segment.kind === 'types' && types.fitsAny(at, segment.names)) gather(at, index + 1, place)
  }
}
