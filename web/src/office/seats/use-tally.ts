import { useMemo, useSyncExternalStore } from 'react'
import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'

export interface Tally {
  readonly free: number
  readonly sold: number
  readonly held: number
  readonly blocked: readonly PlanSeat[]
}

const letters = { free: 'f', sold: 's', booked: 's', locked: 'h', held: 'h', blocked: 'b' } as const

/** How many seats are what, as the map has it now. */
export function useTally(store: SeatStore, plan: SeatPlan): Tally {
  const seats = useMemo(() => [...plan.seats.values()], [plan])
  // As text, which is the same as long as no seat changes.
  const states = useSyncExternalStore(store.subscribe, () => seats.map(({ id }) => letterOf(store, id)).join(''))
  return useMemo(() => {
    const count = (letter: string) => states.split(letter).length - 1
    return { free: count('f'), sold: count('s'), held: count('h'), blocked: seats.filter((_, index) => states.charAt(index) === 'b') }
  }, [seats, states])
}

function letterOf(store: SeatStore, id: string): string {
  const state = store.seat(id).get()
  if (state === 'chosen') return store.isFree(id) ? 'f' : 'b'
  return letters[state]
}
