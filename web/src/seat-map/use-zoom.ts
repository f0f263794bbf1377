import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { Box } from './plan.js'
import { STEP, clampPitch, fittingPitch, scrollAfter } from './zoom.js'

export interface Zoom {
  /** Pixels from seat to seat. */
  readonly pitch: number
  readonly in: () => void
  readonly out: () => void
  readonly fit: () => void
}

/** Share of the window's height that the map may have. */
const SHARE_OF_HEIGHT = 0.7

interface Point {
  readonly x: number
  readonly y: number
}

/** Zoom by buttons, Ctrl and wheel, and two fingers; moving about is the browser's own scrolling, or a dragging mouse. */
export function useZoom(viewport: RefObject<HTMLDivElement | null>, { width, height }: Box): Zoom {
  const [pitch, setPitch] = useState(() => fittingPitch({ width, height }, { width: innerWidth - 32, height: innerHeight * SHARE_OF_HEIGHT }))
  const pending = useRef<{ readonly at: Point; readonly before: number } | null>(null)
  const isChosen = useRef(false)

  const zoomTo = useCallback(
    (wish: (pitch: number) => number, at?: Point) => {
      const element = viewport.current
      if (element === null) return
      isChosen.current = true
      setPitch((before) => {
        pending.current = { before, at: at ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 } }
        return clampPitch(wish(before))
      })
    },
    [viewport],
  )

  const fit = useCallback(() => {
    const element = viewport.current
    if (element === null) return
    setPitch(fittingPitch({ width, height }, { width: element.clientWidth, height: innerHeight * SHARE_OF_HEIGHT }))
    isChosen.current = false
  }, [viewport, width, height])

  useLayoutEffect(() => {
    const element = viewport.current
    if (element === null) return
    const { current: change } = pending
    pending.current = null
    if (change === null) element.scrollTo({ left: (element.scrollWidth - element.clientWidth) / 2, behavior: 'instant' })
    else {
      const left = scrollAfter(element.scrollLeft, change.at.x, change.before, pitch)
      const top = scrollAfter(element.scrollTop, change.at.y, change.before, pitch)
      element.scrollTo({ left, top, behavior: 'instant' })
    }
  }, [viewport, pitch])

  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => !isChosen.current && fit())
    observer.observe(element)
    return () => observer.disconnect()
  }, [viewport, fit])

  useGestures(viewport, zoomTo)
  return { pitch, in: () => zoomTo((now) => now * STEP), out: () => zoomTo((now) => now / STEP), fit }
}

function useGestures(viewport: RefObject<HTMLDivElement | null>, zoomTo: (wish: (pitch: number) => number, at: Point) => void): void {
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const ending = new AbortController()
    const { signal } = ending
    const inside = (x: number, y: number): Point => {
      const { left, top } = element.getBoundingClientRect()
      return { x: x - left, y: y - top }
    }
    let spread = 0

    function wheel(event: WheelEvent): void {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomTo((pitch) => pitch * Math.exp(-event.deltaY / 300), inside(event.clientX, event.clientY))
    }

    function pinch(event: TouchEvent): void {
      const [one, other] = event.touches
      if (one === undefined || other === undefined) return
      event.preventDefault()
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
      const ratio = spread === 0 ? 1 : now / spread
      spread = now
      zoomTo((pitch) => pitch * ratio, inside((one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2))
    }

    element.addEventListener('wheel', wheel, { passive: false, signal })
    element.addEventListener('touchmove', pinch, { passive: false, signal })
    element.addEventListener('touchend', () => void (spread = 0), { signal })
    return () => ending.abort()
  }, [viewport, zoomTo])
}
