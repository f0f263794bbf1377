/** Runs at most so many tasks at once; the others wait their turn, first come, first served. */
export interface Lane {
  run<T>(task: () => Promise<T>): Promise<T>
}

export function createLane(width: number): Lane {
  const waiting: (() => void)[] = []
  let free = width
  return {
    async run(task) {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await task()
      } finally {
        // Handed on directly, so that nobody who comes now goes before those who wait.
        const next = waiting.shift()
        if (next === undefined) free += 1
        else next()
      }
    },
  }
}
