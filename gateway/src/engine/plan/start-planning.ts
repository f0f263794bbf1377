import type { Logger } from '@mov-ticket/service-kit'
import { isHardForRust } from './hard-for-rust.js'
import type { CreatePlanner, PlannerName } from './planner.js'
import { startPlanningProcess } from './planning-process.js'
import { withTwoPlanners } from './with-two-planners.js'

export interface Planning {
  readonly createPlanner: CreatePlanner
  stop(): void
}

/** A valid operation of this platform's takes milliseconds. */
const TIMEOUT_MS = 5_000

/** The planner of that name; the Rust one has help where it can't. */
export function startPlanning(name: PlannerName, logger: Logger): Planning {
  const apollo = startPlanningProcess({ planner: 'apollo', timeoutMs: TIMEOUT_MS, logger })
  if (name === 'apollo') return apollo
  const rust = startPlanningProcess({ planner: 'rust', timeoutMs: TIMEOUT_MS, logger })
  return {
    createPlanner: withTwoPlanners({
      first: rust.createPlanner,
      second: apollo.createPlanner,
      isHardForFirst: isHardForRust,
      onFailure: (err) => logger.info({ err }, 'a planner could not plan an operation'),
    }),
    stop() {
      rust.stop()
      apollo.stop()
    },
  }
}
