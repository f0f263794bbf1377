import { parse } from 'graphql'
import type { Planner } from './planner.js'
import type { PlanningReply, PlanningRequest } from './planning-messages.js'

/** A process that does nothing but plan, with the planner that its argument names. */
const create =
  process.argv[2] === 'rust'
    ? (await import('./planner-rust.js')).createRustPlanner
    : (await import('./planner-apollo.js')).createApolloPlanner

/** By supergraph. A supergraph that can't be used is only found out when something is to be planned. */
const planners = new Map<number, () => Planner>()

async function answer(request: Extract<PlanningRequest, { kind: 'plan' }>): Promise<PlanningReply> {
  try {
    const planner = planners.get(request.supergraph)
    if (planner === undefined) throw new Error('This supergraph is not here.')
    return { kind: 'planned', plan: await planner().plan(parse(request.operation, { noLocation: true })) }
  } catch (error) {
    return { kind: 'failed', reason: String(error) }
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

process.on('message', (request: PlanningRequest) => {
  if (request.kind === 'supergraph') planners.set(request.supergraph, once(() => create(request.sdl)))
  else if (request.kind === 'forget') planners.delete(request.supergraph)
  else void answer(request).then((reply) => process.send?.(reply))
})

// Whoever started it says when it ends, by hanging up. A terminal's Ctrl-C goes to all processes, to this one too early.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => {})
process.on('disconnect', () => process.exit())
process.send?.({ kind: 'ready' } satisfies PlanningReply)
