import { announceAgain } from './announce.js'
import { nothing, says, type Decision } from './decision.js'
import type { Scene } from './order-state.js'

/**
 * A deadline has passed by another clock. By ours too: the order was released before. Not by ours: the deadline is
 * announced again, with what remains of it.
 */
export function answerExpiry(scene: Scene, { orderId }: { orderId: string }): Decision {
  return scene.screening.bookings.get(orderId)?.status === 'LOCKED' ? says(announceAgain(scene, orderId)) : nothing
}

/** Every open lock, for whoever has lost count. */
export function announceLocks(scene: Scene): Decision {
  const locked = [...scene.screening.bookings].filter(([, booking]) => booking.status === 'LOCKED')
  return says(...locked.map(([orderId]) => announceAgain(scene, orderId)))
}
