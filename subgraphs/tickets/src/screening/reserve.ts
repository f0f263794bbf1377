import { currently } from './announce.js'
import type { OrderRequest } from './command.js'
import { happens, says, type Decision } from './decision.js'
import type { Scene } from './order-state.js'
import { refuseRequest } from './refuse.js'

/** Overdue locks were released before: an order that is here holds its seats in time. */
export function reserve(scene: Scene, request: OrderRequest): Decision {
  const { orderId, requestId } = request
  const booking = scene.screening.bookings.get(orderId)
  if (!booking) return refuseRequest(scene, 'reservation.refused', request, 'LOCK_EXPIRED')
  if (booking.status === 'RESERVED' || booking.requestIds.includes(requestId)) return says(currently(scene, orderId, requestId))
  return happens({ type: 'RESERVED', orderId, requestId })
}
