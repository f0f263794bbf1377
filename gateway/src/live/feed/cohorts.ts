import type { Watcher } from './watcher.js'

/** Who asks together. Each has one question under way at most. */
export const tiers = ['newest', 'near', 'far', 'everything'] as const
export type Tier = (typeof tiers)[number]

export interface Due {
  readonly watchers: readonly Watcher[]
  /** What they all have; null: nothing. */
  readonly afterVersion: number | null
}

/** Watchers that wait, by what they were last sent. */
export interface Cohorts {
  place(watcher: Watcher): void
  remove(watcher: Watcher): void
  /** Takes those of one tier for whom something is due. `isDoubtful`: the newest are asked for, whatever is known. */
  take(tier: Tier, knownVersion: number, isDoubtful: boolean): Due | null
  /** Takes all, whether something is due or not. */
  takeAll(): readonly Watcher[]
}

/** Versions behind the newest watchers up to which the others are near: what is sent to them is not much wider than needed. */
const NEAR = 64

export function createCohorts(): Cohorts {
  const owed = new Map<number | null, Set<Watcher>>()
  const current = new Map<number | null, Set<Watcher>>()

  function dueVersions(knownVersion: number, isDoubtful: boolean): number[] {
    const versions = new Set<number>()
    for (const version of owed.keys()) if (version !== null) versions.add(version)
    for (const version of current.keys()) if (version !== null && version < knownVersion) versions.add(version)
    if (isDoubtful) {
      const newest = Math.max(...[...current.keys()].map((version) => version ?? -1))
      if (newest >= 0) versions.add(newest)
    }
    return [...versions].toSorted((a, b) => b - a)
  }

  return {
    place(watcher) {
      const map = watcher.isOwed ? owed : current
      const others = map.get(watcher.sent)
      if (others === undefined) map.set(watcher.sent, new Set([watcher]))
      else others.add(watcher)
    },
    remove(watcher) {
      for (const map of [owed, current]) {
        const others = map.get(watcher.sent)
        if (others?.delete(watcher) === true && others.size === 0) map.delete(watcher.sent)
      }
    },
    take(tier, knownVersion, isDoubtful) {
      if (tier === 'everything') {
        const watchers = pull([null], [owed])
        return watchers.length === 0 ? null : { watchers, afterVersion: null }
      }
      const [newest, ...others] = dueVersions(knownVersion, isDoubtful)
      if (newest === undefined) return null
      const versions =
        tier === 'newest' ? [newest] : others.filter((version) => (tier === 'near') === newest - version <= NEAR)
      const watchers = pull(versions, [owed, current])
      return watchers.length === 0 ? null : { watchers, afterVersion: Math.min(...versions) }
    },
    takeAll() {
      return pull([...new Set([...owed.keys(), ...current.keys()])], [owed, current])
    },
  }
}

function pull(versions: readonly (number | null)[], from: readonly Map<number | null, Set<Watcher>>[]): Watcher[] {
  return from.flatMap((map) =>
    versions.flatMap((version) => {
      const watchers = map.get(version)
      map.delete(version)
      return watchers === undefined ? [] : [...watchers]
    }),
  )
}
