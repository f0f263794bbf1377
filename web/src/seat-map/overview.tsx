import { useCallback, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { SeatPlan } from './plan.js'
import type { SeatStore } from './seat-store.js'
import styles from './overview.module.css'
import { useSeats } from './use-seats.js'
import { useWindow } from './use-window.js'

/** Where one is on a map that is larger than its window. A picture: the scrolling itself is the browser's. */
export function Overview({ plan, store, viewport, pitch }: {
  readonly plan: SeatPlan
  readonly store: SeatStore
  readonly viewport: RefObject<HTMLDivElement | null>
  readonly pitch: number
}) {
  const { box } = plan
  const chosen = useSeats(store, (now) => now.chosen)
  const seen = useRef<SVGRectElement>(null)
  const [isNeeded, setIsNeeded] = useState(false)

  const look = useCallback(
    ({ scrollLeft, scrollTop, clientWidth, clientHeight }: HTMLDivElement) => {
      setIsNeeded(clientWidth * 1.15 < box.width * pitch || clientHeight * 1.15 < box.height * pitch)
      const frame = { x: box.x + scrollLeft / pitch, y: box.y + scrollTop / pitch, width: Math.min(clientWidth / pitch, box.width), height: Math.min(clientHeight / pitch, box.height) }
      for (const [name, value] of Object.entries(frame)) seen.current?.setAttribute(name, String(value))
    },
    [box, pitch],
  )
  useWindow(viewport, look)

  return (
    <svg className={styles.overview} data-needed={isNeeded || undefined} viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} aria-hidden="true">
      {plan.runs.map((run) => <path key={run[0]?.id} className={styles.run} d={`M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`} />)}
      {chosen.map(({ id, x, y }) => <circle key={id} className={styles.chosen} cx={x} cy={y} r="0.7" />)}
      <rect ref={seen} className={styles.seen} />
    </svg>
  )
}
