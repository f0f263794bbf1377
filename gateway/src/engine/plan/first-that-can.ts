import type { CreatePlanner, Planner } from './planner.js'

/**
 * Plans with one planner, and with another what the first can't plan: neither can plan everything. The other is made
 * when it is first needed.
 *
 * @param onSecond called where the other one has to help.
 */
export function firstThatCan(first: CreatePlanner, second: CreatePlanner, onSecond: (reason: unknown) => void): CreatePlanner {
  return (supergraphSdl) => {
    const planner = first(supergraphSdl)
    let other: Planner | undefined
    return {
      async plan(document) {
        try {
          return await planner.plan(document)
        } catch (reason) {
          onSecond(reason)
          other ??= second(supergraphSdl)
          return other.plan(document)
        }
      },
    }
  }
}
