import { currently } from './announce.js'
import type { OrderRequest } from './command.js'
import { happens, says, type Decision } from './decision.js'
import type { Scene } from './order-state.js'
import { refuseRequest } from './refuse.js'

/** A lock lasts at most this many times `lockSeconds`, from the first lock (WCAG 2.2.1 asks for ten). */
const LONGEST_LOCK = 10

export function extendLock(scene: Scene, request: OrderRequest): Decision {
  const { orderId, requestId } = request
  const booking = scene.screening.bookings.get(orderId)
  if (!booking) return refuseRequest(scene, 'extension.refused', request, 'LOCK_EXPIRED')
  if (booking.requestIds.includes(requestId)) return says(currently(scene, orderId, requestId))
  if (booking.status === 'RESERVED') return refuseRequest(scene, 'extension.refused', request, 'ALREADY_SETTLED')

  const lockMs = scene.screening.terms.lockSeconds * 1000
  const limit = booking.firstLockedAt.getTime() + LONGEST_LOCK * lockMs
  const current = booking.lockedUntil.getTime()
  if (current >= limit) return refuseRequest(scene, 'extension.refused', request, 'EXTENSION_LIMIT')
  // Never shorter than before: the clock of another instance may be ahead of this one.
  const lockedUntil = new Date(Math.max(current, Math.min(scene.now.getTime() + lockMs, limit)))
  return happens({ type: 'EXTENDED', orderId, requestId, lockedUntil })
}
