import { useEffect, useEffectEvent } from 'react'
import type { SeatStore } from '../../seat-map/seat-store.js'
import { createPace } from './pace.js'

/** For what sums up a whole screening; one seat's history is less work, and may be asked for more often. */
const screeningPace = { quietMs: 700, leastMs: 4_000 }
export const seatPace = { quietMs: 400, leastMs: 1_500 }

type Subscribe = (changed: () => void) => () => void

/** Asks again when something changed, at the pace of somebody who reads; not where nobody looks. */
export function useAskedAgain(subscribe: Subscribe, ask: () => void, { quietMs, leastMs } = screeningPace): void {
  const again = useEffectEvent(ask)
  useEffect(() => {
    const pace = createPace(() => again(), { quietMs, leastMs })
    const unsubscribe = subscribe(() => {
      if (!document.hidden) pace.want()
    })
    return () => {
      unsubscribe()
      pace.stop()
    }
  }, [subscribe, quietMs, leastMs])
}

/** Changes of seats since they were first there, and that they are live again. */
export function liveChanges(store: SeatStore): Subscribe {
  return (changed) => {
    let isFirst = store.get().plan === null
    return store.subscribe(() => {
      if (!isFirst && store.get().status === 'live') changed()
      isFirst = isFirst && store.get().plan === null
    })
  }
}
