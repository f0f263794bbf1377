import { createLogger } from '@mov-ticket/service-kit'
import { print } from 'graphql'
import type { CreatePlanner, Planner } from '../plan/planner.js'
import { startPlanningProcess } from '../plan/planning-process.js'

/** Planners of one supergraph, where they can do no harm. */
export function startPlanners() {
  const options = { timeoutMs: 5_000, logger: createLogger({ service: 'planner', level: 'silent' }) }
  const rust = startPlanningProcess({ ...options, planner: 'rust' })
  const apollo = startPlanningProcess({ ...options, planner: 'apollo' })
  return {
    planners: { rust: onlyOnce(rust.createPlanner), apollo: onlyOnce(apollo.createPlanner) },
    stop() {
      rust.stop()
      apollo.stop()
    },
  }
}

/** However many share it: one planner, and each operation is planned once, also where that fails. */
function onlyOnce(create: CreatePlanner): CreatePlanner {
  let planner: Planner | undefined
  const plans = new Map<string, ReturnType<Planner['plan']>>()
  return (sdl) => {
    const one = (planner ??= create(sdl))
    return {
      plan(document) {
        const text = print(document)
        const there = plans.get(text) ?? one.plan(document)
        plans.set(text, there)
        return there
      },
    }
  }
}
