export interface Pace {
  /** Something changed: `work` is wanted. */
  readonly want: () => void
  readonly stop: () => void
}

/**
 * Does the work soon after it was wanted (`quietMs`, so that one change of many parts is one), and not sooner than
 * `leastMs` after the time before. However often it is wanted meanwhile, it is done once.
 */
export function createPace(work: () => void, { quietMs, leastMs }: { readonly quietMs: number; readonly leastMs: number }, now: () => number = Date.now): Pace {
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  function run(): void {
    timer = undefined
    last = now()
    work()
  }

  return {
    want() {
      timer ??= setTimeout(run, Math.max(quietMs, last + leastMs - now()))
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
