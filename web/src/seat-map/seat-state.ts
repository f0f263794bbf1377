import type { LiveTicket } from '@mov-ticket/sdk'

/** What a seat is to whoever looks: `chosen`, `held` and `booked` by them; the others are everybody's. */
export type SeatState = 'free' | 'chosen' | 'held' | 'booked' | 'locked' | 'sold' | 'blocked'

export interface Mine {
  readonly isChosen: boolean
  /** In one of my orders, locked or reserved. */
  readonly isOrdered: boolean
  /** My choice is on its way to the server: its lock is mine, though nobody told yet. */
  readonly isAsking: boolean
}

/** The map says the status, which is the same for everybody; whose it is only one's own orders say. */
export function seatState(status: LiveTicket['status'], { isChosen, isOrdered, isAsking }: Mine): SeatState {
  if (status === 'AVAILABLE') return isChosen ? 'chosen' : 'free'
  if (status === 'BLOCKED') return 'blocked'
  if (isOrdered) return status === 'LOCKED' ? 'held' : 'booked'
  if (isChosen && isAsking) return 'chosen'
  return status === 'LOCKED' ? 'locked' : 'sold'
}

export function isMine(state: SeatState): boolean {
  return state === 'chosen' || state === 'held' || state === 'booked'
}
