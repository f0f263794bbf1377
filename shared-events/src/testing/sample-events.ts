import { randomUUID } from 'node:crypto'
import { createEvent } from '../create-event.js'
import type { EventOf } from '../events.js'

const at = (aggregateId: string) => ({ aggregateId, aggregateVersion: 1, now: new Date() })

/** Events to send around; `locks.requested` carries any text. */
export const locksRequested = (reason: string): EventOf<'locks.requested'> =>
  createEvent('locks.requested', { reason }, at('expiration'))

export const lockExpired = (screeningId: string, sequence = 1): EventOf<'lock.expired'> =>
  createEvent('lock.expired', { orderId: randomUUID(), screeningId, sequence }, at(screeningId))

export const sessionRevoked = (userId: string): EventOf<'session.revoked'> =>
  createEvent('session.revoked', { userId, sessionIds: [randomUUID()] }, at(userId))
