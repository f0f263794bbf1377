import type { DocumentNode } from 'graphql'
import type { CreatePlanner, Planner } from './planner.js'

export interface TwoPlanners {
  readonly first: CreatePlanner
  readonly second: CreatePlanner
  /** Made for a supergraph: the operations that the first planner might plan wrongly. Only the second one gets them. */
  readonly isHardForFirst: (supergraphSdl: string) => (document: DocumentNode) => boolean
  /** Called where a planner can't plan an operation. */
  readonly onFailure: (reason: unknown) => void
}

/** Neither planner can plan everything. The second one is made when it is first needed. */
export function withTwoPlanners({ first, second, isHardForFirst, onFailure }: TwoPlanners): CreatePlanner {
  return (supergraphSdl) => {
    const one = first(supergraphSdl)
    const isHard = isHardForFirst(supergraphSdl)
    let made: Planner | undefined
    const two = () => (made ??= second(supergraphSdl))
    return {
      async plan(document) {
        const inTurn = isHard(document) ? [two] : [() => one, two]
        let failure: unknown
        for (const planner of inTurn) {
          try {
            return await planner().plan(document)
          } catch (reason) {
            failure = reason
            onFailure(reason)
          }
        }
        throw failure
      },
    }
  }
}
