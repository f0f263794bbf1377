import { useCallback } from 'react'
import type { RefObject } from 'react'
import type { Box } from './plan.js'
import { useWindow } from './use-window.js'

/** Seats from the window's edge to the middle of the letters, which stand on a strip of twice that. */
const INSET = 0.6
export const GUTTER = 2 * INSET

/** The letters of rows stay in sight where a map is wider than its window, on strips at its edges. */
export function useKeptLetters(viewport: RefObject<HTMLDivElement | null>, box: Box, pitch: number): void {
  const keep = useCallback(
    (element: HTMLDivElement) => {
      const left = box.x + element.scrollLeft / pitch + INSET
      const right = box.x + (element.scrollLeft + element.clientWidth) / pitch - INSET
      for (const letter of element.querySelectorAll<SVGTextElement>('[data-end]')) {
        const own = Number(letter.dataset['x'])
        const x = letter.dataset['end'] === 'left' ? Math.max(own, left) : Math.min(own, right)
        letter.setAttribute('x', String(x * 10))
      }
      const strips = { left: left - INSET, right: right - INSET }
      for (const [end, x] of Object.entries(strips)) element.querySelector(`[data-strip="${end}"]`)?.setAttribute('x', String(x * 10))
    },
    [box, pitch],
  )
  useWindow(viewport, keep)
}
