import { memo, useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, SyntheticEvent } from 'react'
import { useTranslations } from 'use-intl'
import { seatAfter } from './movement.js'
import { bestTogether } from './neighbours.js'
import { Overview } from './overview.js'
import type { PlanSeat, SeatPlan } from './plan.js'
import { ScreenCurve } from './screen-curve.js'
import { SeatRows } from './seat-rows.js'
import type { SeatStore } from './seat-store.js'
import { SeatTip } from './seat-tip.js'
import type { Spot } from './seat-tip.js'
import styles from './seat-map.module.css'
import { useDragging } from './use-dragging.js'
import { useKeptLetters } from './use-kept-letters.js'
import type { SeatWords } from './use-seat-words.js'
import { useZoom } from './use-zoom.js'
import { ZoomButtons } from './zoom-buttons.js'

export interface SeatMapProps {
  readonly plan: SeatPlan
  readonly store: SeatStore
  readonly words: SeatWords
  readonly onToggle: (id: string) => void
}

/** The room from above. One tab stop: arrows move, Space or Enter chooses. */
export const SeatMap = memo(function SeatMap({ plan, store, words, onToggle }: SeatMapProps) {
  const t = useTranslations('seatMap')
  const hint = useId()
  const viewport = useRef<HTMLDivElement>(null)
  const map = useRef<SVGSVGElement>(null)
  const ring = useRef<SVGRectElement>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  const zoom = useZoom(viewport, plan.box)
  useDragging(viewport)
  useKeptLetters(viewport, plan.box, zoom.pitch)
  const { x, y, width, height } = plan.box

  const elementOf = (id: string) => map.current?.querySelector<SVGGElement>(`[data-seat="${CSS.escape(id)}"]`) ?? null
  const seatOf = (target: EventTarget) => {
    const id = target instanceof Element ? target.closest('[data-seat]')?.getAttribute('data-seat') : null
    return plan.seats.get(id ?? '') ?? null
  }

  function makeActive(seat: PlanSeat): void {
    for (const other of map.current?.querySelectorAll('[data-seat][tabindex="0"]') ?? []) other.setAttribute('tabindex', '-1')
    elementOf(seat.id)?.setAttribute('tabindex', '0')
    ring.current?.setAttribute('transform', `translate(${seat.x * 10} ${seat.y * 10})`)
  }

  // The one tab stop begins where most people would want to sit.
  useEffect(() => {
    const [first] = bestTogether(plan, store.isFree, 1) ?? plan.seats.values()
    if (first !== undefined) makeActive(first)
    // oxlint-disable-next-line react/exhaustive-deps -- only where the plan is another one
  }, [plan, store])

  function point({ target }: SyntheticEvent): void {
    const seat = seatOf(target)
    const frame = viewport.current?.getBoundingClientRect()
    const place = seat === null ? undefined : elementOf(seat.id)?.getBoundingClientRect()
    if (seat === null || frame === undefined || place === undefined) setSpot(null)
    else setSpot({ seat, x: place.left + place.width / 2 - frame.left, top: place.top - frame.top, bottom: place.bottom - frame.top })
  }

  function press(event: KeyboardEvent): void {
    const seat = seatOf(event.target)
    if (seat === null || event.altKey) return
    const isWide = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') return setSpot(null)
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      return onToggle(seat.id)
    }
    if (!isWide && (event.key === '+' || event.key === '=')) return zoom.in()
    if (!isWide && event.key === '-') return zoom.out()
    if (!isWide && event.key === '0') return zoom.fit()
    const next = seatAfter(plan, seat.id, event.key, isWide, (id) => store.seat(id).get() === 'blocked' && !store.isOpen('blocked'))
    if (next === null) return
    event.preventDefault()
    const element = elementOf(next.id)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  }

  return (
    <div className={styles.frame}>
      <p id={hint} className="visually-hidden">{t('mapHint')}</p>
      <div ref={viewport} className={styles.viewport} onScroll={() => setSpot(null)}>
        <svg
          ref={map}
          role="grid"
          aria-label={t('map')}
          aria-describedby={hint}
          aria-multiselectable="true"
          className={styles.map}
          width={width * zoom.pitch}
          height={height * zoom.pitch}
          viewBox={`${x * 10} ${y * 10} ${width * 10} ${height * 10}`}
          tabIndex={-1}
          onKeyDown={press}
          onClick={({ target }) => {
            const seat = seatOf(target)
            if (seat !== null) onToggle(seat.id)
          }}
          onPointerOver={(event) => event.pointerType === 'mouse' && point(event)}
          onPointerLeave={() => setSpot(null)}
          onFocus={(event) => {
            const seat = seatOf(event.target)
            if (seat !== null) makeActive(seat)
            // A finger knows where it is, and the tray says the rest: here it would hide the neighbours.
            if (event.target.matches(':focus-visible')) point(event)
          }}
          onBlur={() => setSpot(null)}
        >
          <ScreenCurve plan={plan} label={t('screen')} />
          <SeatRows plan={plan} store={store} words={words} />
          <rect ref={ring} className={styles.ring} x="-5.2" y="-5.2" width="10.4" height="10.4" rx="2.4" aria-hidden="true" />
        </svg>
      </div>
      <div className={styles.tools}>
        <Overview plan={plan} store={store} viewport={viewport} pitch={zoom.pitch} />
        <ZoomButtons zoom={zoom} />
      </div>
      {spot !== null && <SeatTip spot={spot} store={store} words={words} room={viewport.current?.clientWidth ?? 0} />}
    </div>
  )
})
