/**
 * Keeps what was made for operations, up to a size. What is asked for again and again stays, however many others come by
 * once: each use earns a chance, and a chance is spent only when the hand comes round (CLOCK with counters).
 */
export interface OperationCache<Value> {
  get(key: string): Value | undefined
  /** @param size of key and value together, in bytes or so. */
  set(key: string, value: Value, size: number): void
  readonly size: number
}

interface Entry<Value> {
  readonly value: Value
  readonly size: number
  chances: number
}

const MAX_CHANCES = 64

export function createOperationCache<Value>(maxSize: number): OperationCache<Value> {
  /** In the order in which the hand passes them. */
  const entries = new Map<string, Entry<Value>>()
  let size = 0

  function remove(key: string, entry: Entry<Value>): void {
    entries.delete(key)
    size -= entry.size
  }

  function makeRoom(): void {
    for (const [key, entry] of entries) {
      if (size <= maxSize) return
      if (entry.chances === 0) {
        remove(key, entry)
        continue
      }
      entry.chances >>= 1
      entries.delete(key)
      // At the end the loop meets it again.
      entries.set(key, entry)
    }
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      if (entry.chances < MAX_CHANCES) entry.chances += 1
      return entry.value
    },
    set(key, value, entrySize) {
      const there = entries.get(key)
      if (there !== undefined) remove(key, there)
      if (entrySize > maxSize) return
      entries.set(key, { value, size: entrySize, chances: 0 })
      size += entrySize
      makeRoom()
    },
    get size() {
      return size
    },
  }
}
