import type { GraphQLFormattedError } from 'graphql'
import type { ResponsePath } from '../data/json.js'
import { placesAt } from '../data/objects-at.js'
import { rewritePath } from '../data/rewrite.js'
import type { Types } from '../data/types.js'
import type { Execution, Fault } from '../execution.js'
import type { Asked } from './entity-fetch.js'
import { addFailure, addSubgraphError } from './subgraph-errors.js'

/** Nothing came for these entities. */
export function addEntityFailure(execution: Execution, fault: Fault, asked: readonly Asked[], types: Types): void {
  addFailure(execution, fault, asked.flatMap((one) => [...placesByPosition(execution, one, types).values()].flat()))
}

/**
 * An error of one representation is an error of every entity that it stands for.
 *
 * @returns those of whom there is an error.
 */
export function addEntityErrors(
  execution: Execution,
  errors: readonly GraphQLFormattedError[],
  asked: readonly Asked[],
  types: Types,
): ReadonlySet<Asked> {
  const known = new Map<Asked, ReadonlyMap<number, readonly ResponsePath[]>>()
  let isOfAll = false
  for (const error of errors) {
    const [key, position, ...rest] = error.path ?? []
    const of = asked.find(({ group }) => group.responseKey === key)
    if (of === undefined) {
      addSubgraphError(execution, error, undefined)
      isOfAll = true
      continue
    }
    const places = known.get(of) ?? placesByPosition(execution, of, types)
    known.set(of, places)
    const below = rewritePath(rest, of.group.outputRewrites)
    // Without a position it is an error of them all.
    const meant = typeof position === 'number' ? (places.get(position) ?? []) : [...places.values()].flat()
    for (const place of meant) addSubgraphError(execution, error, [...place, ...below])
  }
  return new Set(isOfAll ? asked : known.keys())
}

/** Where in the answer the entities stand that each representation is for. */
function placesByPosition({ data }: Execution, { group, targets, positions }: Asked, types: Types): Map<number, ResponsePath[]> {
  const placeOf = new Map(group.paths.flatMap((path) => [...placesAt(data, path, types)]))
  const places = new Map<number, ResponsePath[]>()
  for (const [index, target] of targets.entries()) {
    const place = placeOf.get(target)
    const position = positions[index]
    if (place === undefined || position === undefined) continue
    const there = places.get(position)
    if (there === undefined) places.set(position, [place])
    else there.push(place)
  }
  return places
}
