import { flushSync } from 'react-dom'
import type { AroundNavHandler } from 'wouter'
import { leaveFirstPage } from './first-page.js'

/** Links with `transition` lead over to the next page, where the browser can do that and nobody asked for less motion. */
export const aroundNavigation: AroundNavHandler = (navigate, to, options) => {
  leaveFirstPage()
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (options?.transition !== true || isStill || !('startViewTransition' in document)) return navigate(to, options)
  document.startViewTransition(() => flushSync(() => navigate(to, options)))
}
