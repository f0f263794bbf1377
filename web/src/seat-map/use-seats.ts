import { useCallback, useSyncExternalStore } from 'react'
import type { SeatState } from './seat-state.js'
import type { SeatStore, SeatsNow } from './seat-store.js'

/** A part of what is known of the seats: renders when that part changes. `select` gives what is there, and makes nothing new. */
export function useSeats<Part>(store: SeatStore, select: (now: SeatsNow) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}

export function useSeatState(store: SeatStore, id: string): SeatState {
  const handle = store.seat(id)
  return useSyncExternalStore(handle.subscribe, handle.get)
}

/** How many of these are free. */
export function useFreeCount(store: SeatStore, ids: readonly string[]): number {
  const count = useCallback(() => ids.reduce((sum, id) => sum + (store.isFree(id) ? 1 : 0), 0), [store, ids])
  return useSyncExternalStore(store.subscribe, count)
}
