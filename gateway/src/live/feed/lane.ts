/**
 * Runs few tasks at once. Of those that wait the one goes next for which most have waited longest: a crowd does not stand
 * behind whoever asks a thousand different things, and nobody waits for ever.
 */
export interface Lane {
  run<T>(task: () => Promise<T>, options?: TaskOptions): Promise<T>
}

export interface TaskOptions {
  /** How many wait for it. Default: one. */
  readonly weight?: () => number
  /** Once aborted it does not wait any more, and never runs. */
  readonly signal?: AbortSignal
}

interface Waiting {
  readonly weight: () => number
  readonly since: number
  readonly go: () => void
}

const one = () => 1

export interface LaneOptions {
  readonly width: number
  /** A task that takes longer goes on, but not in the way of those who wait. */
  readonly holdMs: number
}

export function createLane({ width, holdMs }: LaneOptions): Lane {
  const waiting = new Set<Waiting>()
  let free = width

  async function enter({ weight = one, signal }: TaskOptions): Promise<void> {
    signal?.throwIfAborted()
    if (free > 0) {
      free -= 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const each = { weight, since: performance.now(), go }
      waiting.add(each)
      signal?.addEventListener('abort', giveUp, { once: true })

      function go(): void {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      function giveUp(): void {
        waiting.delete(each)
        reject(signal?.reason)
      }
    })
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
    async run(task, options = {}) {
      await enter(options)
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

/**
 * In the order of coming where it is the same. By the root, so that one who waits is not put off until its deadline where
 * crowds keep coming: behind those of a thousand it waits 32 times as long as they do.
 */
function mostWaited(waiting: ReadonlySet<Waiting>): Waiting | undefined {
  const now = performance.now()
  let most = -1
  let found: Waiting | undefined
  for (const each of waiting) {
    const score = Math.sqrt(each.weight()) * (now - each.since + 1)
    if (score <= most) continue
    most = score
    found = each
  }
  return found
}
