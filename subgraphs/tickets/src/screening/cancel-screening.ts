import { happens, nothing, type Decision } from './decision.js'
import type { Scene } from './order-state.js'
import { released } from './release-seats.js'

/** Stops the sale and releases every order, locked or reserved. A second time changes nothing. */
export function cancelScreening({ screening, now }: Scene): Decision {
  if (screening.cancelledAt) return nothing
  const releases = [...screening.bookings.keys()].map((orderId) => released(screening, orderId, 'SCREENING_CANCELLED', null))
  return happens(...releases, { type: 'SCREENING_CANCELLED', at: now })
}
