import { useEffect, useMemo } from 'react'
import { useClient } from '../data/client.js'
import { createSeatStore } from '../seat-map/seat-store.js'
import type { OpenTo, SeatStore } from '../seat-map/seat-store.js'

/** The seats of a screening, kept current for as long as the page is open. */
export function useLiveSeats(screeningId: string, openTo: OpenTo = 'buyers'): SeatStore {
  const client = useClient()
  // oxlint-disable-next-line react/exhaustive-deps -- each screening has seats and a choice of its own
  const store = useMemo(() => createSeatStore(openTo), [screeningId])
  useEffect(() => client.seatMap.watch(screeningId, store.heard), [client, screeningId, store])
  return store
}
