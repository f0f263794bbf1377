import { currently } from './announce.js'
import type { OrderRequest } from './command.js'
import { happens, says, type Decision } from './decision.js'
import { bookingOf } from './evolve.js'
import type { ReleaseReason, ReleasedFact } from './facts.js'
import { orderState, type Scene } from './order-state.js'
import { isOverdue, statusOf, type Screening } from './screening.js'

/** Gives back all seats of an order. Locked ones at any time, reserved ones until the screening starts. */
export function cancel(scene: Scene, { orderId, requestId }: OrderRequest): Decision {
  const { screening, now } = scene
  const booking = screening.bookings.get(orderId)
  if (!booking) {
    return says({
      type: 'seats.released',
      sequence: screening.sequence,
      payload: { ...orderState(scene, orderId), reason: 'NOT_HELD', requestId },
    })
  }
  if (booking.status === 'RESERVED' && statusOf(screening, now) === 'CLOSED') return says(currently(scene, orderId, requestId))
  return happens(released(screening, orderId, 'CANCELLED', requestId))
}

/** Every order whose lock has passed, with all its seats. */
export function releaseOverdue({ screening, now }: Scene): Decision {
  const overdue = [...screening.bookings].filter(([, booking]) => isOverdue(booking, now))
  return happens(...overdue.map(([orderId]) => released(screening, orderId, 'EXPIRED', null)))
}

export function released(
  screening: Screening, orderId: string, reason: ReleaseReason, requestId: string | null,
): ReleasedFact {
  const { buyerId, requestIds } = bookingOf(screening, orderId)
  return { type: 'RELEASED', orderId, reason, requestId, buyerId, requestIds }
}
