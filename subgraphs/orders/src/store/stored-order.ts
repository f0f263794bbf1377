import type { AnyEvent } from '@mov-ticket/shared-events'
import { outcomeDueAt } from '../order/ask-for-outcome.js'
import type { OrderDocument, Placing } from './order-document.js'
import type { Order } from '../order/order.js'

/** An order with what its storage adds. */
export interface StoredOrder {
  readonly order: Order
  readonly version: number
  readonly eventCount: number
  readonly placedWith: { readonly mutation: Placing; readonly idempotencyKey: string }
  readonly pendingEvents: Readonly<Record<string, AnyEvent>>
}

export function documentOf({ order, pendingEvents, ...rest }: StoredOrder, now: Date): OrderDocument {
  const { id, reservationKeys, ...fields } = order
  const due = outcomeDueAt(order)
  return {
    _id: id,
    ...rest,
    ...fields,
    lastStepAt: lastStepAt(order),
    ...(reservationKeys.length > 0 && { reservationKeys: storedKeys(order) }),
    ...(due !== null && { outcomeDueAt: due }),
    pendingEvents,
    ...(Object.keys(pendingEvents).length > 0 && { pendingSince: now }),
  }
}

export function storedOrderOf(document: OrderDocument): StoredOrder {
  const { _id, version, eventCount, placedWith, pendingEvents, pendingSince: _, outcomeDueAt: __, lastStepAt: ___, ...fields } = document
  const prefix = `${fields.buyerId}:`
  const reservationKeys = (fields.reservationKeys ?? []).map((key) => key.slice(prefix.length))
  return { order: { ...fields, id: _id, reservationKeys }, version, eventCount, placedWith, pendingEvents }
}

function lastStepAt({ history, createdAt }: Order): Date {
  return history.at(-1)?.at ?? createdAt
}

function storedKeys({ buyerId, reservationKeys }: Order): string[] {
  return reservationKeys.map((key) => `${buyerId}:${key}`)
}

export interface DocumentUpdate {
  readonly $set: Record<string, unknown>
  readonly $unset: Record<string, ''>
}

/** Only what changed: `evolve` leaves what it does not touch the same object. */
export function updateOf(before: StoredOrder, after: StoredOrder, now: Date): DocumentUpdate {
  const $set: Record<string, unknown> = { version: after.version, eventCount: after.eventCount }
  const $unset: Record<string, ''> = {}
  const { order } = after
  const was = new Map<string, unknown>(Object.entries(before.order))
  for (const [field, value] of Object.entries(order)) {
    if (value !== was.get(field)) $set[field] = field === 'reservationKeys' ? storedKeys(order) : value
  }

  if (order.history !== before.order.history) $set['lastStepAt'] = lastStepAt(order)

  const due = outcomeDueAt(order)
  const wasDue = outcomeDueAt(before.order)
  if (due !== null && due.getTime() !== wasDue?.getTime()) $set['outcomeDueAt'] = due
  if (due === null && wasDue !== null) $unset['outcomeDueAt'] = ''

  for (const [id, event] of Object.entries(after.pendingEvents)) {
    if (!(id in before.pendingEvents)) $set[`pendingEvents.${id}`] = event
  }
  for (const id of Object.keys(before.pendingEvents)) {
    if (!(id in after.pendingEvents)) $unset[`pendingEvents.${id}`] = ''
  }
  if (Object.keys(after.pendingEvents).length > 0) $set['pendingSince'] = now
  else if (Object.keys(before.pendingEvents).length > 0) $unset['pendingSince'] = ''
  return { $set, $unset }
}
