/** Keeps at most `limit` values; the one that was not asked for the longest leaves first. */
export interface LeastRecentlyUsed<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
}

export function leastRecentlyUsed<V>(limit: number): LeastRecentlyUsed<V> {
  // A Map remembers the order in which keys were set: the first is the one that leaves.
  const values = new Map<string, V>()
  return {
    get(key) {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set(key, value) {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > limit && oldest !== undefined) values.delete(oldest)
    },
    delete(key) {
      values.delete(key)
    },
  }
}
