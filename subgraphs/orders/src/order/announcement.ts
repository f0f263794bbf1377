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
  /** The request that it answers. */
  readonly requestId: string | null
  readonly refusal: Refusal | null
  readonly reason: ReleaseReason | null
}

export function announcementOf({ type, payload }: EventOf<AnnouncementType>): Announcement {
  return {
    ...payload,
    type,
    requestId: 'requestId' in payload ? payload.requestId : null,
    refusal: 'refusal' in payload ? payload.refusal : null,
    reason: 'reason' in payload ? payload.reason : null,
  }
}
