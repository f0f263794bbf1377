import styles from './seat.module.css'
import type { PlanSeat } from './plan.js'
import type { SeatState } from './seat-state.js'

/** Drawn around 0, in tenths of a seat. What a seat is like shows by shape, before any colour. */
const marks: Readonly<Record<Exclude<SeatState, 'free'>, string>> = {
  chosen: 'M-2 .1-.6 1.6 2.1-1.5',
  held: 'M-2 .1-.6 1.6 2.1-1.5',
  booked: 'M-2 .1-.6 1.6 2.1-1.5',
  locked: 'M-3.2-.4-.4-3.2M-3.2 3.2 3.2-3.2M.4 3.2 3.2.4',
  sold: 'M0 0h.01',
  blocked: 'M-1 0h2',
}

const kindMarks: Readonly<Record<PlanSeat['kind'], string | null>> = {
  STANDARD: null,
  PREMIUM: 'M-2.1 2.1h4.2',
  ACCESSIBLE: 'M-.5-2.3v.01M-.5-1v1.6h1.6l.7 1.6M-1.6.2a1.6 1.6 0 1 0 2 2.1',
  COMPANION: 'M0-1.5v3M-1.5 0h3',
}

export function SeatGlyph({ kind, state }: { readonly kind: PlanSeat['kind']; readonly state: SeatState }) {
  const kindMark = kindMarks[kind]
  const isOpen = state === 'free'
  return (
    <>
      <rect className={styles.body} x="-4" y="-4" width="8" height="8" rx="1.8" />
      {isOpen && kindMark !== null && <path key="kind" className={styles.kind} d={kindMark} />}
      {!isOpen && <path key={state} className={styles.mark} d={marks[state]} />}
    </>
  )
}
