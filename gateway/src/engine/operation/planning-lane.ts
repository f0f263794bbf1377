import { unavailable } from '@mov-ticket/service-kit'

/**
 * New operations wait here for their turn, so that planning them never takes what known ones need. Rejects at once
 * where too many wait.
 */
export type PlanningLane = <T>(task: () => Promise<T>) => Promise<T>

export function createPlanningLane({ atOnce, waiting: mostWaiting }: { readonly atOnce: number; readonly waiting: number }): PlanningLane {
  const waiting: (() => void)[] = []
  let running = 0

  function turn(): Promise<void> | undefined {
    if (running < atOnce) {
      running += 1
      return undefined
    }
    if (waiting.length >= mostWaiting) throw unavailable()
    return new Promise((resolve) => {
      waiting.push(resolve)
    })
  }

  function next(): void {
    const begin = waiting.shift()
    if (begin === undefined) running -= 1
    // Not at once: a planner may be synchronous, and known operations want the event loop in between.
    else setImmediate(begin)
  }

  return async (task) => {
    await turn()
    try {
      return await task()
    } finally {
      next()
    }
  }
}
