import { LRUCache } from 'lru-cache'
import { seatingPlan, type SeatingPlan } from '../screening/seating-plan.js'
import type { Auditorium, AuditoriumStore } from './auditorium-store.js'

export interface PlannedAuditorium extends Auditorium {
  readonly plan: SeatingPlan
}

/** Auditoriums with their plans. They never change, so that the ones in use are kept. */
export interface Auditoriums {
  /** In the order of the ids; null where there is none. One question at most, for those that are not kept. */
  byIds(ids: readonly string[]): Promise<(PlannedAuditorium | null)[]>
  /** Rejects where there is none. */
  planOf(auditoriumId: string): Promise<SeatingPlan>
}

export function keepAuditoriums(store: Pick<AuditoriumStore, 'byIds'>, limit = 100): Auditoriums {
  const kept = new LRUCache<string, PlannedAuditorium>({ max: limit })

  async function byIds(ids: readonly string[]): Promise<(PlannedAuditorium | null)[]> {
    const known = new Map(ids.map((id) => [id, kept.get(id) ?? null]))
    const missing = [...known].filter(([, auditorium]) => auditorium === null).map(([id]) => id)
    for (const auditorium of missing.length > 0 ? await store.byIds(missing) : []) {
      const planned = { ...auditorium, plan: seatingPlan(auditorium.seats) }
      kept.set(auditorium.id, planned)
      known.set(auditorium.id, planned)
    }
    return ids.map((id) => known.get(id) ?? null)
  }

  return {
    byIds,
    async planOf(auditoriumId) {
      const [auditorium] = await byIds([auditoriumId])
      if (!auditorium) throw new Error(`there is no auditorium ${auditoriumId}`)
      return auditorium.plan
    },
  }
}
