import type { Message } from './decision.js'
import type { Fact } from './facts.js'
import { orderState, type Scene } from './order-state.js'
import { bookingOf, remember } from './evolve.js'

/** What the others are told of a fact; the scene is the one just after it. */
export function announce(scene: Scene, fact: Fact): Message | null {
  const { sequence, terms } = scene.screening
  switch (fact.type) {
    case 'LOCKED':
      return locked(scene, fact.orderId)
    case 'RESERVED':
    case 'EXTENDED':
      return currently(scene, fact.orderId, fact.requestId)
    case 'RELEASED': {
      const { orderId, reason, requestId, buyerId } = fact
      const answeredRequestIds = [...remember(fact.requestIds, requestId)]
      return {
        type: 'seats.released', sequence,
        payload: { ...orderState(scene, orderId), buyerId, answeredRequestIds, reason, requestId },
      }
    }
    case 'SCREENING_CANCELLED':
      return { type: 'screening.cancelled', sequence, payload: { screeningId: terms.id } }
    default:
      // Blocking concerns nobody else.
      return null
  }
}

/** The order as it is now, to whom it may concern. */
export function announceAgain(scene: Scene, orderId: string): Message {
  return bookingOf(scene.screening, orderId).status === 'LOCKED' ? locked(scene, orderId) : currently(scene, orderId, null)
}

/** The order as it is now, as the answer to a request. */
export function currently(scene: Scene, orderId: string, requestId: string | null): Message {
  const booking = bookingOf(scene.screening, orderId)
  const payload = { ...orderState(scene, orderId), requestId }
  const { sequence } = scene.screening
  if (booking.status === 'RESERVED') return { type: 'seats.reserved', sequence, payload }
  return { type: 'seats.lock-extended', sequence, payload: { ...payload, firstLockedAt: booking.firstLockedAt.toISOString() } }
}

function locked(scene: Scene, orderId: string): Message {
  const { firstLockedAt } = bookingOf(scene.screening, orderId)
  return {
    type: 'seats.locked',
    sequence: scene.screening.sequence,
    payload: { ...orderState(scene, orderId), firstLockedAt: firstLockedAt.toISOString() },
  }
}
