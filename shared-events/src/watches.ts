export interface Watch {
  /** What the watcher has now. */
  update(version: number): void
  stop(): void
}

/** Who watches which channel, and what they have. In memory. */
export interface Watches {
  add(channel: string, knownVersion: number | null): Watch
  channels(): string[]
  /** True where a watcher of the channel has less than this. */
  isBehind(channel: string, version: number): boolean
  has(channel: string): boolean
}

export function createWatches(): Watches {
  const watchers = new Map<string, Set<{ version: number }>>()

  return {
    add(channel, knownVersion) {
      const watcher = { version: knownVersion ?? -1 }
      const others = watchers.get(channel) ?? new Set()
      watchers.set(channel, others.add(watcher))
      return {
        update(version) {
          if (version > watcher.version) watcher.version = version
        },
        stop() {
          others.delete(watcher)
          if (others.size === 0 && watchers.get(channel) === others) watchers.delete(channel)
        },
      }
    },
    channels: () => [...watchers.keys()],
    has: (channel) => watchers.has(channel),
    isBehind(channel, version) {
      for (const watcher of watchers.get(channel) ?? []) if (watcher.version < version) return true
      return false
    },
  }
}
