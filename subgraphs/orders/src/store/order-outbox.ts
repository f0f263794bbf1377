import type { AnyEvent, OutboxStore } from '@mov-ticket/shared-events'
import type { Connection } from 'mongoose'
import { ordersOn } from './order-document.js'

/** Where the relay finds events that were left behind, and drops what it published. */
export function orderOutboxOn(connection: Connection): OutboxStore {
  const orders = ordersOn(connection)

  return {
    async idleSince(before, limit) {
      const found = await orders
        .find({ pendingSince: { $lte: before } }, { projection: { version: 1, pendingEvents: 1 } })
        .sort({ pendingSince: 1 })
        .limit(limit)
        .toArray()
      const left = found.map(({ _id, version, pendingEvents }) => ({ id: _id, version, events: inOrder(pendingEvents) }))
      // A crash came between the two steps of a drop.
      await Promise.all(left.filter(({ events }) => events.length === 0).map(({ id, version }) => rest(id, version)))
      return left.filter(({ events }) => events.length > 0)
    },
    async drop(id, version, eventIds) {
      const $unset = Object.fromEntries(eventIds.map((eventId) => [`pendingEvents.${eventId}`, '' as const]))
      await orders.updateOne({ _id: id, version }, { $unset })
      await rest(id, version)
    },
  }

  /** Where nothing is pending, nothing is to be found. */
  async function rest(id: string, version: number): Promise<void> {
    await orders.updateOne({ _id: id, version, pendingEvents: {} }, { $unset: { pendingSince: '' } })
  }
}

export function inOrder(pending: Readonly<Record<string, AnyEvent>>): AnyEvent[] {
  return Object.values(pending).toSorted((one, other) => one.aggregateVersion - other.aggregateVersion)
}
