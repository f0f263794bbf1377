import { memo } from 'react'
import type { PlanSeat } from './plan.js'
import { SeatGlyph } from './seat-glyph.js'
import { isMine } from './seat-state.js'
import type { SeatStore } from './seat-store.js'
import styles from './seat.module.css'
import { useSeatState } from './use-seats.js'
import type { SeatWords } from './use-seat-words.js'

/** One seat of the map. It listens for itself, so that a change draws this one and no other. */
export const Seat = memo(function Seat({ seat, store, words }: { readonly seat: PlanSeat; readonly store: SeatStore; readonly words: SeatWords }) {
  const state = useSeatState(store, seat.id)
  return (
    <g
      role="gridcell"
      tabIndex={-1}
      data-seat={seat.id}
      data-label={seat.label}
      data-state={state}
      data-kind={seat.kind}
      data-abrupt={!store.seat(seat.id).fades() || undefined}
      className={styles.seat}
      transform={`translate(${seat.x * 10} ${seat.y * 10})`}
      aria-label={words.name(seat, state)}
      aria-selected={isMine(state)}
      aria-disabled={!store.isOpen(state)}
    >
      {/* The whole place answers to a finger, not only what is drawn. */}
      <rect className={styles.target} x="-5" y="-5" width="10" height="10" />
      <SeatGlyph kind={seat.kind} state={state} />
    </g>
  )
})
