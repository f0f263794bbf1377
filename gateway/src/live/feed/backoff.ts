/** When to ask again after a question that brought nothing: 25 ms after it, then twice as late each time, up to 2 s. */
export interface Backoff {
  readonly isWaiting: boolean
  /** For how long nothing was brought; 0 where the last question was answered. */
  readonly failingMs: number
  /** `askedAt`: when the question was asked, by `performance.now()`. */
  failed(askedAt: number): void
  succeeded(): void
  /** Forgets what failed; waits no longer. */
  clear(): void
}

const FIRST_PAUSE_MS = 25
const MAX_PAUSE_MS = 2_000

export function createBackoff(retry: () => void): Backoff {
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let since: number | null = null

  function succeeded(): void {
    failures = 0
    since = null
  }

  return {
    get isWaiting() {
      return timer !== undefined
    },
    get failingMs() {
      return since === null ? 0 : performance.now() - since
    },
    failed(askedAt) {
      since ??= askedAt
      // A question that took long before it failed was a pause, too.
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, MAX_PAUSE_MS) - (performance.now() - askedAt)
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        retry()
      }, Math.max(pause, FIRST_PAUSE_MS))
      failures += 1
    },
    succeeded,
    clear() {
      succeeded()
      clearTimeout(timer)
      timer = undefined
    },
  }
}
