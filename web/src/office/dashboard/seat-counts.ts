import type { SeatState } from '../../seat-map/seat-state.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeats } from '../../seat-map/use-seats.js'

export const nowStates = ['sold', 'locked', 'free', 'blocked'] as const satisfies readonly SeatState[]
export type NowState = (typeof nowStates)[number]
export type SeatCounts = Readonly<Record<NowState, number>>

/** How many seats are what right now; null until the map is there. Held and booked by whoever looks counts as anybody's. */
export function useSeatCounts(store: SeatStore): SeatCounts | null {
  const plan = useSeats(store, (now) => now.plan)
  const sold = useSeats(store, () => count(store, ['sold', 'booked']))
  const locked = useSeats(store, () => count(store, ['locked', 'held']))
  const free = useSeats(store, () => count(store, ['free', 'chosen']))
  const blocked = useSeats(store, () => count(store, ['blocked']))
  return plan === null ? null : { sold, locked, free, blocked }
}

function count(store: SeatStore, states: readonly SeatState[]): number {
  let sum = 0
  for (const id of store.get().plan?.seats.keys() ?? []) if (states.includes(store.seat(id).get())) sum += 1
  return sum
}
