import type { Order } from '@mov-ticket/sdk'

export type Ending = 'expired' | 'letGo' | 'cancelled' | 'calledOff' | 'rejected'

/** An order that was given up is another thing than a booking that was, and both than a screening that is called off. */
export function endingOf({ status, screening, history }: Pick<Order, 'status' | 'screening' | 'history'>): Ending {
  if (status === 'EXPIRED') return 'expired'
  if (status === 'REJECTED') return 'rejected'
  // Whoever had given it up before has nothing to do with that.
  if (screening.status === 'CANCELLED' && history.at(-1)?.note?.includes('screening') === true) return 'calledOff'
  return history.some((step) => step.status === 'RESERVED') ? 'cancelled' : 'letGo'
}
