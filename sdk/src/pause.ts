export interface Pauses {
  /** The longest that the first may take; each may take twice as long as the one before. */
  readonly firstMs: number
  readonly mostMs: number
  /** What part of a pause is left to chance, so that those who lost a server together do not come back together. */
  readonly chance: number
}

/** Somebody waits for the answer. */
export const betweenRequests: Pauses = { firstMs: 200, mostMs: 10_000, chance: 0.5 }
/** Thousands may have been watching. */
export const betweenConnections: Pauses = { firstMs: 1_000, mostMs: 8_000, chance: 1 }

/** How long to wait before try number `attempt` (from 1). */
export function pauseMs(attempt: number, { firstMs, mostMs, chance }: Pauses, random: () => number = Math.random): number {
  const most = Math.min(firstMs * 2 ** (attempt - 1), mostMs)
  return most * (1 - chance * random())
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
