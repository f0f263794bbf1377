/**
 * Runs few tasks at once. Of those that wait the one goes next for which most have waited longest: a crowd does not stand
 * behind whoever asks a thousand different things, and nobody waits for ever.
 */
export interface Lane {
  /** `weight`: how many wait for it. */
  run<T>(task: () => Promise<T>, weight?: () => number): Promise<T>
}

interface Waiting {
  readonly weight: () => number
  readonly since: number
  readonly go: () => void
}

export interface LaneOptions {
  readonly width: number
  /** A task that takes longer goes on, but not in the way of those who wait. */
  readonly holdMs: number
}

export function createLane({ width, holdMs }: LaneOptions): Lane {
  const waiting = new Set<Waiting>()
  let free = width

  function enter(weight: () => number): Promise<void> | void {
    if (free === 0) return new Promise((go) => waiting.add({ weight, since: performance.now(), go }))
    free -= 1
  }

  /** The place is handed on directly, so that nobody who comes now goes before those who wait. */
  function leave(): void {
    const next = mostWaited(waiting)
    if (next === undefined) {
      free += 1
      return
    }
    waiting.delete(next)
    next.go()
  }

  return {
    async run(task, weight = () => 1) {
      await enter(weight)
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

/** In the order of coming where it is the same. */
function mostWaited(waiting: ReadonlySet<Waiting>): Waiting | undefined {
  const now = performance.now()
  let most = -1
  let found: Waiting | undefined
  for (const each of waiting) {
    const score = each.weight() * (now - each.since + 1)
    if (score <= most) continue
    most = score
    found = each
  }
  return found
}
