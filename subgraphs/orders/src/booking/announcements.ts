import { createEvent } from '@mov-ticket/shared-events'
import type { AnyEvent, EventOf } from '@mov-ticket/shared-events'
import type { Logger } from '@mov-ticket/service-kit'
import { announcementOf } from '../order/announcement.js'
import type { AnnouncementType } from '../order/announcement.js'
import type { OrderBook } from './order-book.js'

export interface AnnouncementParts {
  readonly book: OrderBook
  readonly publish: (event: AnyEvent) => Promise<void>
  readonly logger: Logger
  readonly now: () => Date
  readonly newId: () => string
}

/** Brings the order to what tickets says about it. */
export type HearAnnouncement = (event: EventOf<AnnouncementType>) => Promise<void>

export function createAnnouncements({ book, publish, logger, now, newId }: AnnouncementParts): HearAnnouncement {
  /*
   * An order is written before anything about it can leave, in the same write, so an order that is not there was lost
   * (a database restored from a backup), and nothing about it is still on its way. Nobody will ever reserve or cancel
   * it: a lock is let go at once. A reservation was sold and paid for; that is for people to decide.
   */
  async function hearOfUnknownOrder({ payload }: EventOf<AnnouncementType>): Promise<void> {
    const { orderId, screeningId, buyerId, status } = payload
    if (status === 'RESERVED') throw new Error(`Tickets are reserved for order ${orderId}, which is not in the database.`)
    logger.error({ orderId, status }, 'heard of an order that is not in the database')
    if (status === 'NONE') return
    const request = { orderId, screeningId, buyerId: buyerId ?? 'unknown', requestId: newId() }
    await publish(createEvent('order.cancellation-requested', request, { aggregateId: orderId, aggregateVersion: 0, now: now() }))
  }

  return async (event) => {
    const heard = await book.handle(event.payload.orderId, { type: 'HEAR', news: announcementOf(event), requestId: newId() })
    if (heard === null) await hearOfUnknownOrder(event)
  }
}
