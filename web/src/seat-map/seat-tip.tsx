import styles from './seat-tip.module.css'
import type { PlanSeat } from './plan.js'
import type { SeatStore } from './seat-store.js'
import { useSeatState } from './use-seats.js'
import type { SeatWords } from './use-seat-words.js'

export interface Spot {
  readonly seat: PlanSeat
  /** Of the seat's upper edge's middle, and its lower one, in the frame. */
  readonly x: number
  readonly top: number
  readonly bottom: number
}

/** What is under the pointer or has the focus. Screen readers have it as the seat's name already. */
export function SeatTip({ spot, store, words, room }: { readonly spot: Spot; readonly store: SeatStore; readonly words: SeatWords; readonly room: number }) {
  const { seat } = spot
  const state = useSeatState(store, seat.id)
  const isBelow = spot.top < 72
  const x = Math.min(Math.max(spot.x, 88), Math.max(room - 88, 88))
  return (
    <div className={styles.tip} data-below={isBelow || undefined} style={{ left: x, top: isBelow ? spot.bottom : spot.top }} aria-hidden="true">
      <b>{words.place(seat)}</b>
      <span>{[words.kind(seat.kind), words.price(seat)].join(' · ')}</span>
      {state !== 'free' && <span>{words.state(state)}</span>}
    </div>
  )
}
