import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'

/** The button that was pressed is gone with the step that it ended: the focus goes on in its place, not at the page's top. */
export function useKeptFocus(element: RefObject<HTMLElement | null>, step: string): void {
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true })
  }, [element, step])
}
