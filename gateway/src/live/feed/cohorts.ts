import type { Watcher } from './watcher.js'

/** Who asks together. Each has one question under way at most. */
export const tiers = ['newest', 'near', 'far', 'everything'] as const
export type Tier = (typeof tiers)[number]

export interface Due {
  readonly watchers: readonly Watcher[]
  /** The least that any of them has; null: they have nothing. */
  readonly afterVersion: number | null
}

/** Watchers that wait, by what they were last sent. */
export interface Cohorts {
  place(watcher: Watcher): void
  remove(watcher: Watcher): void
  /** Takes those for whom something is due, of the tiers that are asked for. `isDoubtful`: that is so for the newest anyway. */
  take(wanted: ReadonlySet<Tier>, knownVersion: number, isDoubtful: boolean): ReadonlyMap<Tier, Due>
  /** Takes all, whether something is due or not. */
  takeAll(): readonly Watcher[]
}

/** Versions behind the newest watchers up to which the others are near: what is sent to them is not much wider than needed. */
const NEAR = 64

export function createCohorts(): Cohorts {
  const owed = new Map<number | null, Watcher[]>()
  const current = new Map<number | null, Watcher[]>()

  function dueVersions(knownVersion: number, isDoubtful: boolean): Set<number> {
    const due = new Set<number>()
    let newest = -1
    for (const version of owed.keys()) if (version !== null) due.add(version)
    for (const version of current.keys()) {
      if (version === null) continue
      newest = Math.max(newest, version)
      if (version < knownVersion) due.add(version)
    }
    return isDoubtful && newest >= 0 ? due.add(newest) : due
  }

  return {
    place(watcher) {
      const map = watcher.isOwed ? owed : current
      const others = map.get(watcher.sent)
      if (others === undefined) {
        watcher.index = 0
        map.set(watcher.sent, [watcher])
      } else watcher.index = others.push(watcher) - 1
    },
    remove(watcher) {
      for (const map of [owed, current]) {
        const others = map.get(watcher.sent)
        // One that was taken is in none.
        if (others?.[watcher.index] !== watcher) continue
        const last = others.pop()
        if (others.length === 0) map.delete(watcher.sent)
        else if (last !== undefined && last !== watcher) {
          others[watcher.index] = last
          last.index = watcher.index
        }
      }
    },
    take(wanted, knownVersion, isDoubtful) {
      const taken = new Map<Tier, Due>()
      for (const [tier, versions] of byTier(dueVersions(knownVersion, isDoubtful))) {
        if (wanted.has(tier)) taken.set(tier, { watchers: pull(versions, [owed, current]), afterVersion: versions.reduce((a, b) => Math.min(a, b)) })
      }
      if (wanted.has('everything') && owed.has(null)) taken.set('everything', { watchers: pull([null], [owed]), afterVersion: null })
      return taken
    },
    takeAll: () => pull([...new Set([...owed.keys(), ...current.keys()])], [owed, current]),
  }
}

function byTier(versions: ReadonlySet<number>): ReadonlyMap<Tier, number[]> {
  let newest = -Infinity
  for (const version of versions) newest = Math.max(newest, version)
  const groups = new Map<Tier, number[]>()
  for (const version of versions) {
    const tier = version === newest ? 'newest' : newest - version <= NEAR ? 'near' : 'far'
    const others = groups.get(tier)
    if (others === undefined) groups.set(tier, [version])
    else others.push(version)
  }
  return groups
}

/** Most often that is one cohort, as it is: nothing is copied, however many watch. */
function pull(versions: readonly (number | null)[], from: readonly Map<number | null, Watcher[]>[]): readonly Watcher[] {
  const pulled: Watcher[][] = []
  for (const map of from) {
    for (const version of versions) {
      const cohort = map.get(version)
      if (cohort !== undefined) pulled.push(cohort)
      map.delete(version)
    }
  }
  const [only = []] = pulled
  return pulled.length > 1 ? pulled.flat() : only
}
