import { useCallback, useRef } from 'react'
import type { SyntheticEvent } from 'react'
import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'
import type { SeatStore } from '../../seat-map/seat-store.js'

/** What blockTickets takes at once. */
export const MOST = 500

export interface Range {
  /** Around the map, where it hears whether Shift is held before the map hears of the seat. */
  readonly listeners: { readonly onClickCapture: (event: SyntheticEvent) => void; readonly onKeyDownCapture: (event: SyntheticEvent) => void }
  readonly toggle: (id: string) => void
}

/** A press chooses a seat, or none; with Shift all that can be chosen in the rectangle from the one before to this one. */
export function useRange(store: SeatStore, plan: SeatPlan | null): Range {
  const isWide = useRef(false)
  const last = useRef<PlanSeat | null>(null)
  const hear = useCallback(({ nativeEvent }: SyntheticEvent) => {
    isWide.current = 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true
  }, [])
  const toggle = useCallback(
    (id: string) => {
      const seat = plan?.seats.get(id)
      const { current: from } = last
      if (plan !== null && seat !== undefined && from !== null && isWide.current) store.choose(withRectangle(store, plan, from, seat))
      else store.toggle(id, MOST)
      last.current = seat ?? null
    },
    [store, plan],
  )
  return { listeners: { onClickCapture: hear, onKeyDownCapture: hear }, toggle }
}

function withRectangle(store: SeatStore, { seats }: SeatPlan, from: PlanSeat, to: PlanSeat): string[] {
  const inside = [...seats.values()].filter(
    ({ x, y }) => x >= Math.min(from.x, to.x) && x <= Math.max(from.x, to.x) && y >= Math.min(from.y, to.y) && y <= Math.max(from.y, to.y),
  )
  return together(store, inside)
}

/** What is chosen, and those of these that can be, up to what goes at once. */
export function together(store: SeatStore, more: readonly PlanSeat[]): string[] {
  const open = more.map(({ id }) => id).filter((id) => store.isOpen(store.seat(id).get()))
  return [...new Set([...store.get().chosen.map(({ id }) => id), ...open])].slice(0, MOST)
}
