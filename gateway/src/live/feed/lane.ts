/** Runs few tasks at once; the others wait their turn, first come, first served. */
export interface Lane {
  run<T>(task: () => Promise<T>): Promise<T>
}

export interface LaneOptions {
  readonly width: number
  /** A task that takes longer goes on, but not in the way of those who wait. */
  readonly holdMs: number
}

export function createLane({ width, holdMs }: LaneOptions): Lane {
  const waiting: (() => void)[] = []
  let free = width

  function enter(): Promise<void> | void {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve))
    free -= 1
  }

  /** The place is handed on directly, so that nobody who comes now goes before those who wait. */
  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }

  return {
    async run(task) {
      await enter()
      let hasLeft = false
      const timer = setTimeout(() => {
        hasLeft = true
        leave()
      }, holdMs)
      try {
        return await task()
      } finally {
        clearTimeout(timer)
        if (!hasLeft) leave()
      }
    },
  }
}
