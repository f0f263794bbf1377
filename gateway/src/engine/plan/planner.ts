import type { DocumentNode } from 'graphql'
import type { Plan } from './plan.js'

export interface Planner {
  /** Plans the one operation of a valid document (see planning-document.ts). Throws or rejects where it can't. */
  plan(document: DocumentNode): Plan | Promise<Plan>
}

/** `rust`: with the help of the other where it can't. */
export type PlannerName = 'rust' | 'apollo'

/** Planners are made from a supergraph; throws where it can't be used. */
export type CreatePlanner = (supergraphSdl: string) => Planner
