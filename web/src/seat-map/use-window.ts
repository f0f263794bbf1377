import { useEffect } from 'react'
import type { RefObject } from 'react'

/** Looks at the window through which the map is seen: now, and whenever it was scrolled or has another size. Another `look` looks at once. */
export function useWindow(viewport: RefObject<HTMLDivElement | null>, look: (window: HTMLDivElement) => void): void {
  useEffect(() => {
    const element = viewport.current
    if (element === null) return undefined
    const again = () => look(element)
    again()
    element.addEventListener('scroll', again, { passive: true })
    const observer = new ResizeObserver(again)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', again)
      observer.disconnect()
    }
  }, [viewport, look])
}
