/** Values as an async iterable that keeps only the latest: who is slow to take them misses what lies between, and nothing piles up. */
export function latestOf<T>(
  start: (push: (value: T) => void) => () => void,
  { signal, merge, isLast }: {
    readonly signal: AbortSignal | undefined
    /** What is given in the place of two that were not taken apart. */
    readonly merge: (earlier: T, later: T) => T
    readonly isLast: (value: T) => boolean
  },
): AsyncIterableIterator<T> {
  const line: { waiting: { readonly value: T } | null; isOver: boolean; sleepers: (() => void)[] } = { waiting: null, isOver: false, sleepers: [] }

  function wake(): void {
    for (const resolve of line.sleepers.splice(0)) resolve()
  }

  const stop = start((value) => {
    line.waiting = { value: line.waiting === null ? value : merge(line.waiting.value, value) }
    wake()
  })
  function end(): IteratorResult<T> {
    if (!line.isOver) {
      line.isOver = true
      stop()
      signal?.removeEventListener('abort', end)
      wake()
    }
    return { done: true, value: undefined }
  }
  signal?.addEventListener('abort', end)
  if (signal?.aborted === true) end()

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      while (line.waiting === null && !line.isOver) {
        await new Promise<void>((resolve) => void line.sleepers.push(resolve))
      }
      const { waiting: taken, isOver } = line
      if (taken === null || isOver) return end()
      line.waiting = null
      // The last one is given, and after it there is nothing.
      if (isLast(taken.value)) end()
      return { done: false, value: taken.value }
    },
    return: async () => end(),
  }
}
