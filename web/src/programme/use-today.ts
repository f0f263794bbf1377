import { useSyncExternalStore } from 'react'
import { dayOf } from './days.js'
import type { Day } from './days.js'

const LOOK_MS = 30_000

/** The day that it is, also after midnight and after a night with the lid closed. */
export function useToday(): Day {
  return useSyncExternalStore(subscribe, () => dayOf(new Date()))
}

function subscribe(notify: () => void): () => void {
  const timer = setInterval(notify, LOOK_MS)
  document.addEventListener('visibilitychange', notify)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', notify)
  }
}
