import type { Rewrite } from '../plan/plan.js'
import type { JsonObject, ResponsePath } from './json.js'
import { objectsAt } from './objects-at.js'
import type { Types } from './types.js'

/** Changes a value in place. */
export type RewriteValue = (value: unknown) => void

/** Null where there is nothing to change. */
export function compileRewrites(rewrites: readonly Rewrite[], types: Types): RewriteValue | null {
  if (rewrites.length === 0) return null
  return (value) => {
    for (const { path, key, change } of rewrites) {
      for (const object of objectsAt(value, path, types)) {
        if (change.kind === 'set') object[key] = change.value
        else rename(object, key, change.to)
      }
    }
  }
}

function rename(object: JsonObject, from: string, to: string): void {
  const value = object[from]
  if (value === undefined) return
  object[to] = value
  object[from] = undefined
}

/** Where a subgraph's path leads after its answer was rewritten. Types are not looked at: aliases of planners are unique. */
export function rewritePath(path: ResponsePath, rewrites: readonly Rewrite[]): ResponsePath {
  let rewritten = path
  for (const { path: to, key, change } of rewrites) {
    if (change.kind === 'set') continue
    const keys = to.flatMap((segment) => (segment.kind === 'field' ? [segment.key] : []))
    rewritten = renamed(rewritten, [...keys, key], change.to)
  }
  return rewritten
}

function renamed(path: ResponsePath, keys: readonly string[], to: string): ResponsePath {
  const positions = path.flatMap((part, index) => (typeof part === 'string' ? [index] : []))
  const last = positions[keys.length - 1]
  if (last === undefined || !keys.every((key, index) => path[positions[index] ?? -1] === key)) return path
  return path.with(last, to)
}

