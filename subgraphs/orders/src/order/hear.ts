import type { Announcement } from './announcement.js'
import { endNotes } from './ending.js'
import { hasEnded, openRequest } from './order.js'
import type { EndStatus, OpenRequest, Order } from './order.js'
import type { OrderFact } from './order-facts.js'
import { settled } from './refusals.js'

/**
 * What an announcement of tickets means to the order. Announcements come late, twice and in any order; `sequence` says
 * which is newer, and one that is older than what was applied says nothing. At one sequence tickets holds one state of
 * an order, so what comes with an equal one is a refusal or a repeated answer. What happened to the order happened at
 * tickets, and when tickets says it did: we may hear of it much later.
 *
 * @param requestId of the cancellation, should one be needed
 */
export function hear(order: Order, news: Announcement, requestId: string, now: Date): OrderFact[] {
  if (news.sequence < order.sequence) return []
  if (hasEnded(order)) return hearAfterTheEnd(order, news, requestId, now)
  return [...answers(order, news), ...change(order, news)]
}

/** The order is the memory: whatever it still holds at tickets is not wanted. */
function hearAfterTheEnd(order: Order, news: Announcement, requestId: string, at: Date): OrderFact[] {
  const cancellation = openRequest(order, 'CANCEL')
  const seen: OrderFact = { type: 'SEQUENCE_SEEN', sequence: news.sequence }
  if (news.status === 'NONE') {
    return cancellation === undefined ? [] : [seen, { type: 'ANSWERED', requestId: cancellation.requestId, refusal: null }]
  }
  if (cancellation === undefined) return [seen, { type: 'REQUESTED', requestId, kind: 'CANCEL', at }]
  return news.sequence === order.sequence ? [] : [seen, again(cancellation, at)]
}

function answers(order: Order, news: Announcement): OrderFact[] {
  return order.openRequests
    .filter((request) => isAnswered(request, news))
    .map((request) => ({ type: 'ANSWERED', requestId: request.requestId, refusal: refusalOf(request, news) }))
}

function isAnswered(request: OpenRequest, news: Announcement): boolean {
  if (news.requestId === request.requestId || news.answeredRequestIds.includes(request.requestId)) return true
  return request.kind === 'RESERVE' && news.status === 'RESERVED'
}

function refusalOf(request: OpenRequest, news: Announcement) {
  if (news.requestId !== request.requestId) return null
  // A cancellation that is answered while the seats stay held came too late.
  if (request.kind === 'CANCEL' && news.status !== 'NONE') return settled('The screening has started: it is too late to cancel.')
  return news.refusal
}

function change(order: Order, news: Announcement): OrderFact[] {
  const { sequence, at } = news
  if (news.status === 'NONE') {
    const ending = endOf(order, news)
    return ending === null ? [] : [{ type: 'ENDED', sequence, ...ending }]
  }
  if (sequence === order.sequence) return []
  if (news.status === 'RESERVED') {
    return order.status === 'RESERVED' ? [] : [{ type: 'RESERVED', sequence, tickets: news.tickets, at }]
  }
  if (news.lockedUntil === null) return []
  const until = new Date(news.lockedUntil)
  if (order.status === 'LOCKED' && until.getTime() === order.lockedUntil?.getTime()) return []
  const since = news.firstLockedAt ?? order.lockedAt ?? at
  const locked: OrderFact = { type: 'LOCKED', sequence, since, until, tickets: news.tickets, at }
  // The seats were locked anew: the cancellation may have overtaken that, and met an order that held nothing yet.
  const cancellation = order.status === 'LOCKED' ? undefined : openRequest(order, 'CANCEL')
  return cancellation === undefined ? [locked] : [locked, again(cancellation, at)]
}

function again({ requestId, kind }: OpenRequest, at: Date): OrderFact {
  return { type: 'REQUESTED_AGAIN', requestId, kind, at }
}

type End = Pick<Extract<OrderFact, { type: 'ENDED' }>, 'status' | 'note' | 'refusal' | 'at'>

/** Which end it is that tickets holds nothing for the order; null where a PENDING order just holds nothing yet. */
function endOf(order: Order, news: Announcement): End | null {
  switch (news.type) {
    case 'seats.released':
      return endByRelease(order, news)
    case 'seats.refused':
      if (order.status !== 'PENDING' || news.refusal === null) return endByLoss(order, news)
      return { status: 'REJECTED', at: news.at, note: news.refusal.message, refusal: news.refusal }
    default:
      return endByLoss(order, news)
  }
}

function endByRelease(order: Order, news: Announcement): End | null {
  const { reason, at } = news
  if (reason === 'CANCELLED') return end('CANCELLED', at, endNotes.GIVEN_UP)
  if (reason === 'EXPIRED') return end('EXPIRED', at, endNotes.TIME_UP)
  if (reason === 'SCREENING_CANCELLED') return end('CANCELLED', at, endNotes.SCREENING_CANCELLED)
  return endByLoss(order, news)
}

/** No longer held, and no word of why. */
function endByLoss(order: Order, { at }: Announcement): End | null {
  if (openRequest(order, 'CANCEL') !== undefined) return end('CANCELLED', at, endNotes.GIVEN_UP)
  if (order.status === 'PENDING') return null
  // Of a lock it is known how long it lasted at most, of a reservation it is not.
  const isOver = order.status === 'LOCKED' && order.lockedUntil !== null && order.lockedUntil < at
  return end('EXPIRED', isOver ? order.lockedUntil : at, endNotes.LOST)
}

function end(status: EndStatus, at: Date, note: string): End {
  return { status, at, note, refusal: null }
}
