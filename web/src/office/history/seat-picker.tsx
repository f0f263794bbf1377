import { memo, useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { seatAfter } from '../../seat-map/movement.js'
import type { PlanSeat, SeatPlan } from '../../seat-map/plan.js'
import { ScreenCurve } from '../../seat-map/screen-curve.js'
import { SeatGlyph } from '../../seat-map/seat-glyph.js'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { useSeatState } from '../../seat-map/use-seats.js'
import type { SeatWords } from '../../seat-map/use-seat-words.js'
import styles from './seat-picker.module.css'

interface PickerProps {
  readonly plan: SeatPlan
  readonly store: SeatStore
  readonly words: SeatWords
  readonly chosen: PlanSeat | null
  readonly onChoose: (seat: PlanSeat) => void
}

/** The whole room, small: which seat is it about? Every seat can be asked about, whatever it is. One tab stop. */
export function SeatPicker({ plan, store, words, chosen, onChoose }: PickerProps) {
  const t = useTranslations('officeHistory.picker')
  const map = useRef<SVGSVGElement>(null)
  const { x, y, width, height } = plan.box
  const stop = chosen ?? plan.rows[0]?.seats[0]

  const elementOf = (id: string) => map.current?.querySelector<SVGGElement>(`[data-seat="${CSS.escape(id)}"]`) ?? null
  const seatOf = (target: EventTarget) => plan.seats.get((target instanceof Element ? target.closest('[data-seat]')?.getAttribute('data-seat') : null) ?? '') ?? null

  // Moved by hand, so that no seat renders because another has the focus.
  function makeStop(seat: PlanSeat | undefined): void {
    for (const other of map.current?.querySelectorAll('[data-seat][tabindex="0"]') ?? []) other.setAttribute('tabindex', '-1')
    if (seat !== undefined) elementOf(seat.id)?.setAttribute('tabindex', '0')
  }

  // oxlint-disable-next-line react/exhaustive-deps -- where another seat was chosen, or the room is another one
  useEffect(() => makeStop(stop), [stop, plan])

  function press(event: KeyboardEvent): void {
    const seat = seatOf(event.target)
    if (seat === null || event.altKey) return
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      return onChoose(seat)
    }
    const next = seatAfter(plan, seat.id, event.key, event.ctrlKey || event.metaKey)
    if (next === null) return
    event.preventDefault()
    makeStop(next)
    elementOf(next.id)?.focus()
  }

  return (
    <svg
      ref={map}
      role="grid"
      aria-label={t('map')}
      className={styles.map}
      viewBox={`${x * 10} ${y * 10} ${width * 10} ${height * 10}`}
      tabIndex={-1}
      onKeyDown={press}
      onClick={({ target }) => {
        const seat = seatOf(target)
        if (seat !== null) onChoose(seat)
      }}
    >
      <ScreenCurve plan={plan} label={t('screen')} />
      {plan.rows.map((row) => (
        <g key={row.name} role="row" aria-label={t('row', { row: row.name })}>
          {row.seats.map((seat) => <Place key={seat.id} seat={seat} store={store} words={words} isChosen={seat === chosen} />)}
        </g>
      ))}
      {plan.rows.map(({ name, seats: [first] }) => first !== undefined && <text key={name} className={styles.letter} x={(first.x - 1) * 10} y={first.y * 10} aria-hidden="true">{name}</text>)}
      {chosen !== null && <rect className={styles.chosen} x={chosen.x * 10 - 5.5} y={chosen.y * 10 - 5.5} width="11" height="11" rx="2.6" aria-hidden="true" />}
    </svg>
  )
}

const Place = memo(function Place({ seat, store, words, isChosen }: Pick<PickerProps, 'store' | 'words'> & { readonly seat: PlanSeat; readonly isChosen: boolean }) {
  const state = useSeatState(store, seat.id)
  return (
    <g role="gridcell" tabIndex={-1} data-seat={seat.id} data-label={seat.label} data-state={state} aria-selected={isChosen} aria-label={words.name(seat, state)} className={styles.place} transform={`translate(${seat.x * 10} ${seat.y * 10})`}>
      <rect className={styles.target} x="-5" y="-5" width="10" height="10" />
      <SeatGlyph kind={seat.kind} state={state} />
    </g>
  )
})
