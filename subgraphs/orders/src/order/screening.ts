import { ticketId } from '@mov-ticket/shared-events'
import type { ResponseOf } from '@mov-ticket/shared-events'

/** What orders must know of a screening. Nothing of it ever changes, so a copy can't be stale. */
export interface Screening {
  readonly id: string
  readonly startsAt: Date
  readonly maxTicketsPerOrder: number
  /** Of all its prices; ISO 4217. */
  readonly currency: string
  /** The position of each ticket in plan order, by ticket id. */
  readonly positions: ReadonlyMap<string, number>
}

type Told = Omit<NonNullable<ResponseOf<'tickets.screening'>>, 'cancelled'>

export function screeningOf({ screeningId, startsAt, maxTicketsPerOrder, currency, seatLabels }: Told): Screening {
  return {
    id: screeningId,
    startsAt: new Date(startsAt),
    maxTicketsPerOrder,
    currency,
    positions: new Map(seatLabels.map((label, position) => [ticketId(screeningId, label), position])),
  }
}
