const FIRST_MS = 200
const MAX_MS = 10_000

/** How long to wait before try number `attempt` (from 1): twice as long each time, and never all clients at once. */
export function pauseMs(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(FIRST_MS * 2 ** (attempt - 1), MAX_MS)
  return most / 2 + (random() * most) / 2
}

/** Rejects with the signal's reason. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason)
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    function stop(): void {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', stop, { once: true })
  })
}
