import type { Logger } from '@mov-ticket/service-kit'
import { firstThatCan } from './first-that-can.js'
import type { CreatePlanner, PlannerName } from './planner.js'

/** Only what is used is loaded: the Rust planner has no binary for every platform. */
export async function loadPlanner(name: PlannerName, logger: Logger): Promise<CreatePlanner> {
  const { createApolloPlanner } = await import('./planner-apollo.js')
  if (name === 'apollo') return createApolloPlanner
  const { createRustPlanner } = await import('./planner-rust.js')
  return firstThatCan(createRustPlanner, createApolloPlanner, (err) => logger.info({ err }, 'the Rust planner passed an operation on'))
}
