/** How long each call took, in ms, and all of them together. */
export interface Load {
  readonly tookMs: number
  readonly latenciesMs: readonly number[]
}

/** Calls `work(0)` to `work(count - 1)`, always `atOnce` of them under way as long as there are enough left. */
export async function keepInFlight(
  atOnce: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<Load> {
  const latenciesMs: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) {
        const index = next++
        const sent = performance.now()
        await work(index)
        latenciesMs.push(performance.now() - sent)
      }
    }),
  )
  return { tookMs: performance.now() - started, latenciesMs }
}
