import type { Announcement, AnnouncementType } from '../order/announcement.js'
import { decide, evolveAll } from '../order/decide.js'
import type { Order, Placement } from '../order/order.js'
import { after, placed, said } from './tickets-said.js'

/** What tickets said, so many milliseconds after T0. */
export type News = readonly [AnnouncementType, number, Partial<Announcement>?]

/** An order that was placed and then heard this, in this sequence. It has the two seats of `said`, where nothing else is told. */
export function livedOrder(change: Partial<Placement>, ...news: readonly News[]): Order {
  let lockedAt: Date | null = null
  return news.reduce((order, [type, ms, more], index) => {
    const at = after(ms)
    if (type === 'seats.locked') lockedAt = at
    const heard = said(type, index + 1, { orderId: order.id, screeningId: order.screeningId, at, firstLockedAt: lockedAt, ...more })
    return evolveAll(order, decide(order, { type: 'HEAR', news: heard, requestId: 'none' }, at))
  }, placed(change))
}
