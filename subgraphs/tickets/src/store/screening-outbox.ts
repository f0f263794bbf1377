import type { OutboxStore } from '@mov-ticket/shared-events'
import type { mongo } from 'mongoose'
import type { ScreeningRecord } from './screening-model.js'
import { pendingOf } from './screening-record.js'

/**
 * The outbox inside the screenings, as the relay sees it. A write without events (tickets were blocked) is found too,
 * once, so that its ring is repeated where a crash came between the two. Nothing here touches the version.
 */
export function screeningOutbox(screenings: mongo.Collection<ScreeningRecord>): OutboxStore {
  /** Found with an empty outbox in the last sweep, at this version: nothing is outstanding any more. */
  let empty = new Map<string, number>()

  async function settle(id: string, version: number): Promise<void> {
    await screenings.updateOne({ _id: id, version, pendingEvents: {} }, { $unset: { pendingSince: '' } })
  }

  return {
    async idleSince(before, limit) {
      const records = await screenings
        .find({ pendingSince: { $lte: before } }, { projection: { version: 1, pendingEvents: 1 }, sort: { pendingSince: 1 }, limit })
        .toArray()
      const found = records.map((record) => ({ id: record._id, version: record.version, events: pendingOf(record) }))
      const emptyNow = found.filter(({ events }) => events.length === 0)
      for (const { id, version } of emptyNow) if (empty.get(id) === version) await settle(id, version)
      empty = new Map(emptyNow.map(({ id, version }) => [id, version]))
      return found
    },
    async drop(id, version, eventIds) {
      const unset = Object.fromEntries(eventIds.map((eventId) => [`pendingEvents.${eventId}`, '' as const]))
      await screenings.updateOne({ _id: id, version }, { $unset: unset })
      await settle(id, version)
    },
  }
}
