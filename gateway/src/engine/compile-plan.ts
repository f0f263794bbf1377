import type { Types } from './data/types.js'
import type { Step } from './execution.js'
import { compileEntityFetch } from './fetch/entity-fetch.js'
import { compileRootFetch } from './fetch/root-fetch.js'
import type { Plan, PlanNode } from './plan/plan.js'

const nothing: Step = () => undefined

/** Makes a plan runnable: all that does not depend on a request is done here, once. */
export function compilePlan(plan: Plan, types: Types): Step {
  return plan === null ? nothing : compileNode(plan, types)
}

function compileNode(node: PlanNode, types: Types): Step {
  switch (node.kind) {
    case 'sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, types)))
    case 'parallel':
      return atOnce(node.nodes.map((child) => compileNode(child, types)))
    case 'condition': {
      const whenTrue = compilePlan(node.whenTrue, types)
      const whenFalse = compilePlan(node.whenFalse, types)
      return (execution) => (execution.variables.isTrue(node.variable) ? whenTrue(execution) : whenFalse(execution))
    }
    case 'root fetch':
      return compileRootFetch(node, types)
    default:
      return compileEntityFetch(node, types)
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (execution) => {
    for (const step of steps) {
      const running = step(execution)
      if (running !== undefined) await running
    }
  }
}

function atOnce(steps: readonly Step[]): Step {
  return (execution) => {
    const running = steps.map((step) => step(execution)).filter((promise) => promise !== undefined)
    return running.length > 1 ? Promise.all(running).then(() => undefined) : running[0]
  }
}
