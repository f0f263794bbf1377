import type { Plan } from './plan.js'

/** To the process that plans. */
export type PlanningRequest =
  | { readonly kind: 'supergraph'; readonly supergraph: number; readonly sdl: string }
  | { readonly kind: 'forget'; readonly supergraph: number }
  | { readonly kind: 'plan'; readonly supergraph: number; readonly operation: string }

/** From it: that it is there, then one for each operation, in their order. */
export type PlanningReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'failed'; readonly reason: string }
