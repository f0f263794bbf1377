import type { AnyEvent } from '@mov-ticket/shared-events'
import { LRUCache } from 'lru-cache'
import { unknownScreening, type Screening } from '../screening/screening.js'
import { seatingPlan, type SeatingPlan } from '../screening/seating-plan.js'
import type { Auditoriums } from '../store/auditoriums.js'
import type { ScreeningStore } from '../store/screening-store.js'

/** A screening as this process last wrote or read it, and its seats. */
export interface Known {
  readonly screening: Screening
  readonly plan: SeatingPlan
  /** In its outbox when it was read, and not handed to our relay yet. */
  readonly unheard: readonly AnyEvent[]
}

/**
 * Screenings in memory, so that a busy one is not read before each write. What is known may be old: only a write that
 * is guarded by its version, or a look at the database, proves a decision that rests on it.
 */
export interface KnownScreenings {
  get(id: string): Promise<Known & { isFresh: boolean }>
  remember(known: Known): void
  forget(id: string): void
}

const nowhere = seatingPlan([])

export function knownScreenings(
  store: Pick<ScreeningStore, 'load'>, auditoriums: Pick<Auditoriums, 'planOf'>, limit = 200,
): KnownScreenings {
  const kept = new LRUCache<string, Known>({ max: limit })
  return {
    async get(id) {
      const known = kept.get(id)
      if (known) return { ...known, isFresh: false }
      const loaded = await store.load(id)
      if (!loaded) return { screening: unknownScreening(id), plan: nowhere, unheard: [], isFresh: true }
      const plan = await auditoriums.planOf(loaded.screening.terms.auditoriumId)
      const read: Known = { screening: loaded.screening, plan, unheard: loaded.pending }
      kept.set(id, read)
      return { ...read, isFresh: true }
    },
    remember(known) {
      kept.set(known.screening.terms.id, known)
    },
    forget: (id) => kept.delete(id),
  }
}
