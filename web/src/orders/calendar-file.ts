import type { Order } from '@mov-ticket/sdk'
import { createEvent } from 'ics'
import { endOf } from './standing.js'

export interface CalendarWish {
  readonly order: Pick<Order, 'id' | 'screening'>
  /** Where the app is: the entry links to the ticket. */
  readonly origin: string
  /** Said in the reader's language. */
  readonly seats: string
}

/** The evening as an entry for calendars (RFC 5545). Saved twice it is still one entry: it is known by its order. */
export function calendarFile({ order, origin, seats }: CalendarWish): File {
  const { screening, id } = order
  const ticket = new URL(`/orders/${id}`, origin)
  const { value, error } = createEvent({
    uid: `order-${id}@${ticket.hostname}`,
    start: Date.parse(screening.startsAt),
    end: endOf(screening),
    startOutputType: 'utc',
    endOutputType: 'utc',
    title: screening.movie.title,
    location: screening.auditorium.name,
    description: `${seats}\n${ticket.href}`,
    url: ticket.href,
    productId: 'mov-ticket',
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
  })
  if (value == null) throw error ?? new Error('No calendar entry could be made.')
  return new File([value], `${fileName(screening.movie.title)}-${screening.startsAt.slice(0, 10)}.ics`, { type: 'text/calendar' })
}

function fileName(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{Mark}/gu, '').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'film'
}
