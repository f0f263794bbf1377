import { useEffect } from 'react'
import type { RefObject } from 'react'

/** A mouse moves by more than this before it drags: below that it was a click. */
const SLACK = 5

/** The map goes along with a mouse that is held down; fingers scroll by themselves. */
export function useDragging(viewport: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const ending = new AbortController()
    const { signal } = ending
    let from: { readonly x: number; readonly y: number; readonly left: number; readonly top: number } | null = null
    let hasDragged = false

    function down({ pointerType, button, clientX, clientY }: PointerEvent): void {
      hasDragged = false
      if (element === null || pointerType !== 'mouse' || button !== 0) return
      from = { x: clientX, y: clientY, left: element.scrollLeft, top: element.scrollTop }
    }

    function move({ clientX, clientY }: PointerEvent): void {
      if (element === null || from === null) return
      if (Math.hypot(clientX - from.x, clientY - from.y) < SLACK && !hasDragged) return
      hasDragged = true
      element.scrollTo({ left: from.left + from.x - clientX, top: from.top + from.y - clientY, behavior: 'instant' })
    }

    function click(event: MouseEvent): void {
      if (hasDragged) event.stopPropagation()
      hasDragged = false
    }

    element.addEventListener('pointerdown', down, { signal })
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', () => void (from = null), { signal })
    element.addEventListener('click', click, { capture: true, signal })
    return () => ending.abort()
  }, [viewport])
}
