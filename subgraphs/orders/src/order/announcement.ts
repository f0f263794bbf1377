import type { EventOf, OrderAtTickets, Refusal } from '@mov-ticket/shared-events'

export type AnnouncementType =
  | 'seats.locked'
  | 'seats.refused'
  | 'seats.reserved'
  | 'seats.released'
  | 'seats.lock-extended'
  | 'reservation.refused'
  | 'extension.refused'

type ReleaseReason = EventOf<'seats.released'>['payload']['reason']

/** What tickets said about an order: the order's whole state there, and why it is said now. */
export interface Announcement extends OrderAtTickets {
  readonly type: AnnouncementType
  /** When tickets decided it; where it is only said again, when that was. */
  readonly at: Date
  /** Since when the seats are held; null where the announcement does not say. */
  readonly firstLockedAt: Date | null
  /** The request that it answers. */
  readonly requestId: string | null
  readonly refusal: Refusal | null
  readonly reason: ReleaseReason | null
}

export function announcementOf({ type, occurredAt, payload }: EventOf<AnnouncementType>): Announcement {
  return {
    ...payload,
    type,
    at: new Date(occurredAt),
    firstLockedAt: 'firstLockedAt' in payload ? new Date(payload.firstLockedAt) : null,
    requestId: 'requestId' in payload ? payload.requestId : null,
    refusal: 'refusal' in payload ? payload.refusal : null,
    reason: 'reason' in payload ? payload.reason : null,
  }
}
