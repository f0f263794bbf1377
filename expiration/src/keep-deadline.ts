import type { EventOf } from '@mov-ticket/shared-events'
import { NotNow } from '@mov-ticket/shared-events'
import type { Announcer } from './announcer.js'
import type { Deadlines } from './deadlines.js'

export interface Reactions {
  readonly deadlines: Deadlines
  readonly announcer: Pick<Announcer, 'expect'>
  readonly now: () => Date
}

type LockEvent = EventOf<'seats.locked' | 'seats.lock-extended'>
type EndEvent = EventOf<'seats.reserved' | 'seats.released' | 'seats.refused'>

/** The order holds its seats until a time: have that time announced. */
export async function keepDeadline({ deadlines, announcer, now }: Reactions, event: LockEvent): Promise<void> {
  const { orderId, screeningId, sequence, status, lockedUntil, remainingMs } = event.payload
  if (status !== 'LOCKED' || lockedUntil === null) {
    // An answer about the past carries the state of today, which may be without a lock.
    await whileRedisIsThere(deadlines.drop(orderId, sequence))
    return
  }
  const lock = {
    orderId,
    screeningId,
    sequence,
    lockedUntil: new Date(lockedUntil),
    remainingMs: remainingMs ?? Infinity,
    correlationId: event.correlationId,
    causationId: event.id,
  }
  const dueAt = await whileRedisIsThere(deadlines.set(lock, now().getTime()))
  if (dueAt !== null) announcer.expect(dueAt)
}

/** The order holds no lock any more: nothing is to be announced. */
export async function dropDeadline({ deadlines }: Reactions, event: EndEvent): Promise<void> {
  await whileRedisIsThere(deadlines.drop(event.payload.orderId, event.payload.sequence))
}

/** A Redis that is away is no fault of the message. */
async function whileRedisIsThere<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (cause) {
    throw new NotNow('Redis did not take it.', { cause })
  }
}
